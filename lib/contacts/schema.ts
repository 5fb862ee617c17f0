import { z } from "zod";
import { id, instant } from "../format/fields";
import { optionalLine, optionalText } from "../format/text";
import { audienceInput, confirmsNames, entryLimit } from "../cases/log/schema";

/** How a contact was made. A failed attempt counts as trying, never as a contact. */
export const contactTypes = ["phone_out", "phone_in", "visit", "text", "email", "letter", "met", "meeting", "failed_attempt"] as const;
export type ContactType = (typeof contactTypes)[number];

/** Somebody who is not a person of the case. */
export const outsiders = ["professional", "family"] as const;
export type Outsider = (typeof outsiders)[number];

export const directions = ["in", "out"] as const;
export const impacts = ["better", "same", "worse"] as const;

export const logContactInput = z.strictObject({
  caseId: id("Open the case again"),
  /** A person in a role on the case, or somebody outside it. */
  withWhom: z.union([z.uuid(), z.enum(outsiders)], { error: "Select whom you spoke with" }),
  /** The name of a professional or relative, where it is somebody outside the case. */
  withName: optionalLine({ max: 120, what: "The name" }),
  type: z.enum(contactTypes, { error: "Select how you were in contact" }),
  direction: z.enum(directions, { error: "Select who wrote to whom" }).optional(),
  /** In their own words; a failed attempt may leave it out. */
  body: optionalText({ max: entryLimit, what: "Their words" }),
  safeHonoured: z.boolean({ error: "Say whether their safe contact wishes were kept" }).nullable().default(null),
  impact: z.enum(impacts, { error: "Select better, the same or worse" }).optional(),
  promise: optionalLine({ max: 500, what: "The promise" }),
  nextContactAt: instant("Enter when you will be in contact next").optional(),
  happenedAt: instant("Enter when it happened").optional(),
  audience: audienceInput,
  confirmsNames,
}).refine((contact) => contact.type === "failed_attempt" || contact.body !== "", { error: "Write what was said, in their own words", path: ["body"] })
  .refine((contact) => !["text", "email", "letter"].includes(contact.type) || contact.direction !== undefined, { error: "Select who wrote to whom", path: ["direction"] });
export type LogContactInput = z.output<typeof logContactInput>;
