import { z } from "zod";
import { menuSchema } from "../menu/schema";

/** The table of permissions as the tests write it, sentence by sentence. */
export const permissionTableSchema = z.object({
  everyone: z.array(z.object({ name: z.string(), summary: z.string() })),
  doors: z.array(z.object({ name: z.string(), summary: z.string(), sentences: z.array(z.object({ who: z.string(), on: z.string(), may: z.boolean(), because: z.string() })) })),
});

export const permissionsView = permissionTableSchema.extend({ menu: menuSchema });
export type PermissionsView = z.infer<typeof permissionsView>;
