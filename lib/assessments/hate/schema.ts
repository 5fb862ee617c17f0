import { z } from "zod";
import { id, version } from "@/lib/format/fields";
import { text } from "@/lib/format/text";

/** The answer to whether a case is hate, where somebody was not sure. */
export const answerHateQueryInput = z.strictObject({
  caseId: id("Choose a case"),
  version: version(),
  isHate: z.boolean({ error: "Select whether it is hate" }),
  reason: text({ max: 1000, ask: "Enter what the answer rests on", what: "What the answer rests on" }),
});
export type AnswerHateQueryInput = z.input<typeof answerHateQueryInput>;
