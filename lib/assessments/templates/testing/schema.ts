import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { answerCode, questionKey, triggerKey } from "../../schema";

/** Answers with a name, and what they must come to. A question that is not answered counts nothing. */
export const testCaseSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  answers: z.record(questionKey, z.union([answerCode, z.array(answerCode).max(40)])),
  confirmedTriggers: z.array(triggerKey).max(20).default([]),
  /** What is known beside the answers. */
  known: z.strictObject({
    reportsInThreeMonths: z.int().min(0).max(999).optional(),
    wasRatedHighInLastYear: z.boolean().optional(),
    isVictimRatedHigh: z.boolean().optional(),
  }).default({}),
  expected: z.strictObject({
    score: z.int().min(0).max(999),
    /** The colour after triggers. */
    rag: ragSchema,
    flags: z.array(z.enum(["hate", "hate_query"])).default([]),
    triggers: z.array(triggerKey).default([]),
    borderline: z.boolean().default(false),
  }),
});
export type TestCase = z.output<typeof testCaseSchema>;

/** One thing a test expects, beside what was found. */
export const testLineSchema = z.object({ what: z.string(), expected: z.string(), found: z.string(), agrees: z.boolean() });

export const testRunSchema = z.object({
  name: z.string(),
  passes: z.boolean(),
  /** Why it could not be worked out; empty when it could. */
  trouble: z.string(),
  lines: z.array(testLineSchema),
});
export type TestRun = z.infer<typeof testRunSchema>;
