import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { day, id, version } from "@/lib/format/fields";
import { text } from "@/lib/format/text";

const reason = text({ max: 1000, ask: "Enter the reason", what: "The reason" });

/** Raising a case's colour by judgement. */
export const raiseRagInput = z.strictObject({
  caseId: id("Choose a case"),
  version: version(),
  rag: ragSchema,
  reason,
});
export type RaiseRagInput = z.infer<typeof raiseRagInput>;

/** Lowering a case's colour by a manager's judgement, until a day. */
export const lowerRagInput = z.strictObject({
  caseId: id("Choose a case"),
  version: version(),
  rag: ragSchema.exclude(["red"], { error: "Select amber or green" }),
  reason,
  expiresOn: day("Enter the last day it is to hold"),
});
export type LowerRagInput = z.infer<typeof lowerRagInput>;
