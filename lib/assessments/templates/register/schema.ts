import { z } from "zod";
import { menuSchema } from "../../../agencies/menu/schema";

export const templateStateSchema = z.enum(["draft", "waiting", "planned", "in_force", "retired", "called_off"]);

/** One version of a form, as a line of the register. */
export const versionLineSchema = z.object({
  templateId: z.string(),
  version: z.number(),
  title: z.string(),
  state: templateStateSchema,
  stateWords: z.string(),
  tone: z.enum(["plain", "act", "soon"]),
  /** "From Mon 23 Nov 09:00", "From Wed 1 Jan 2000 until …"; empty for what has no moment yet. */
  inForceWords: z.string(),
  /** Who asked and who agreed, or who works on it. */
  byWords: z.string(),
  uses: z.number(),
});
export type VersionLine = z.infer<typeof versionLineSchema>;

export const registerSchema = z.object({
  menu: menuSchema,
  forms: z.array(z.object({
    key: z.string(),
    title: z.string(),
    aboutWords: z.string(),
    /** The version in force, which a draft begins from. */
    inForceId: z.string(),
    hasDraft: z.boolean(),
    versions: z.array(versionLineSchema),
  })),
});
export type RegisterView = z.infer<typeof registerSchema>;
