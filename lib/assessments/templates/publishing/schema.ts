import { z } from "zod";
import { optionalText } from "../../../format/text";
import { atRevisionInput } from "../drafting/schema";

export const askToPublishInput = atRevisionInput.extend({
  /** The moment from which it is asked; none is as soon as it is agreed to. */
  effectiveFrom: z.union([z.literal("").transform(() => null), z.iso.datetime({ error: "Enter the day and time, like 1 December 2026, 09:00" }).transform((typed) => new Date(typed))]).nullable().default(null),
  note: optionalText({ max: 1000, what: "What changes and why" }),
});
export const decideTemplateInput = atRevisionInput.extend({
  decision: z.enum(["published", "declined"], { error: "Publish it, or decline" }),
  reason: optionalText({ max: 1000, what: "The reason" }),
});
export const decidedSchema = z.object({ templateId: z.string(), version: z.number(), isPublished: z.boolean(), effectiveFrom: z.string().nullable() });
