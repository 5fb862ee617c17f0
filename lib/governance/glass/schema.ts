import { z } from "zod";
import { version } from "../../format/fields";
import { auditMenuSchema } from "../audit/schema";

export const findings = ["justified", "not_justified"] as const;

export const reviewGlassInput = z.strictObject({
  glassId: z.uuid(),
  version: version(),
  finding: z.enum(findings, { error: "Choose whether it was justified" }),
  note: z.string("Say how you came to that").trim().min(1, "Say how you came to that").max(1000, "Keep it under 1,000 characters"),
});

export const listGlassInput = z.strictObject({ after: z.string().regex(/^\d{1,15}_[0-9a-f-]{36}$/, "Open the list again from the start").optional() });

export const glassLineSchema = z.object({
  glassId: z.string(),
  version: z.number(),
  reference: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  memberTitle: z.string(),
  agencyName: z.string(),
  leadName: z.string(),
  /** Whose sealed entry was opened; empty where it was a case. */
  sealedOf: z.string(),
  reason: z.string(),
  startedWords: z.string(),
  /** How long it stood open: "4 h", or until it was ended. */
  lengthWords: z.string(),
  isOpen: z.boolean(),
  /** Null until it is reviewed. */
  review: z.object({ finding: z.enum(findings), words: z.string(), note: z.string() }).nullable(),
  mayReview: z.boolean(),
});
export type GlassLine = z.infer<typeof glassLineSchema>;

/** A try to find a case by somebody's exact name and date of birth; whom it was about is nowhere kept. */
const emergencySearchSchema = z.object({ id: z.string(), memberId: z.string(), memberName: z.string(), agencyName: z.string(), whenWords: z.string(), reason: z.string(), foundWords: z.string() });
export type EmergencySearchLine = z.infer<typeof emergencySearchSchema>;

export const glassListSchema = z.object({ searches: z.array(emergencySearchSchema), may: auditMenuSchema, now: z.string(), waiting: z.number(), lines: z.array(glassLineSchema), next: z.string().nullable() });
export type GlassList = z.infer<typeof glassListSchema>;
