import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";

/** Somebody to ring now about a case. */
export const callSchema = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  name: z.string(),
  phone: z.string(),
  isOutOfHours: z.boolean(),
  /** False where the agency does not see the case yet: ring it, and ask the lead agency to share. */
  isOnCase: z.boolean(),
  dueAt: z.string(),
});
export type Call = z.infer<typeof callSchema>;

/** What a save about risk came to, and what happens next. */
export const riskOutcomeSchema = z.object({
  caseId: z.string(),
  from: ragSchema.nullable(),
  rag: ragSchema.nullable(),
  reason: z.string(),
  nextReviewAt: z.string().nullable(),
  /** What recording the triggers has started, in words. */
  started: z.array(z.string()),
  calls: z.array(callSchema),
});
export type RiskOutcome = z.infer<typeof riskOutcomeSchema>;
