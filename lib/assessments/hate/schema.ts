import { z } from "zod";
import { id, version } from "@/lib/format/fields";
import { text } from "@/lib/format/text";

/** A trained member finds out within so many working days. */
export const daysToAnswer = 2;

/** Once it is known to be hate, somebody is in touch with the victim within so many working days. */
export const daysToContact = 1;

/** The answer to whether a case is hate, where somebody was not sure. */
export const answerHateQueryInput = z.strictObject({
  caseId: id("Choose a case"),
  version: version(),
  isHate: z.boolean({ error: "Select whether it is hate" }),
  reason: text({ max: 1000, ask: "Enter what the answer rests on", what: "What the answer rests on" }),
});
export type AnswerHateQueryInput = z.input<typeof answerHateQueryInput>;

export const hateViewSchema = z.object({
  isQueryOpen: z.boolean(),
  mayAnswer: z.boolean(),
  /** Who can answer it, where the reader cannot. */
  trained: z.array(z.object({ name: z.string(), agency: z.string(), phone: z.string() })),
  /** When it was recognised and how long that took; empty where it is not hate. */
  recognisedWords: z.string(),
});
export type HateView = z.infer<typeof hateViewSchema>;
