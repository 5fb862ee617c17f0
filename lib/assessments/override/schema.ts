import { z } from "zod";
import { id } from "@/lib/format/fields";
import { text } from "@/lib/format/text";

/** Ending a judgement that holds a case's colour up or down. */
export const endJudgementInput = z.strictObject({
  caseId: id("Choose a case"),
  overrideId: id("Choose a judgement"),
  reason: text({ max: 1000, ask: "Enter why it can end", what: "The reason" }),
});
export type EndJudgementInput = z.input<typeof endJudgementInput>;
