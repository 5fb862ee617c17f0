import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { breakdownLineSchema } from "../risk/schema";

/** One completed assessment, as it is read. */
export const assessmentViewSchema = z.object({
  assessmentId: z.string(),
  templateKey: z.string(),
  title: z.string(),
  version: z.number(),
  /** "Ms K", or the place. */
  subjectName: z.string(),
  /** "Mon 16 Nov 10:00". */
  atWords: z.string(),
  at: z.string(),
  byName: z.string(),
  byAgency: z.string(),
  purposeWords: z.string(),
  sourceWords: z.string(),
  score: z.number(),
  mostPoints: z.number(),
  band: ragSchema,
  bandLabel: z.string(),
  rag: ragSchema,
  borderlineTo: ragSchema.nullable(),
  /** What raised it above its score's colour, in words; empty when nothing did. */
  raisedWords: z.string(),
  triggers: z.array(z.object({ key: z.string(), label: z.string(), rag: ragSchema })),
  flagWords: z.array(z.string()),
  factorWords: z.array(z.string()),
  judgement: z.object({ rag: ragSchema, reason: z.string() }).nullable(),
  unknownWords: z.string(),
  isIncomplete: z.boolean(),
  lines: z.array(breakdownLineSchema),
});
export type AssessmentView = z.infer<typeof assessmentViewSchema>;

/** One subject of assessments: its latest and, newest first, those before. */
export const assessedSubjectSchema = z.object({
  /** The address of a new assessment: an involvement's id, or "place". */
  subject: z.string(),
  templateKey: z.enum(["VRA", "PCI"]),
  name: z.string(),
  note: z.string(),
  isActive: z.boolean(),
  latest: assessmentViewSchema.nullable(),
  earlier: z.array(assessmentViewSchema.pick({ assessmentId: true, atWords: true, byAgency: true, score: true, rag: true, raisedWords: true, unknownWords: true })),
});
export type AssessedSubject = z.infer<typeof assessedSubjectSchema>;
