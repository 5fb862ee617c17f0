import { z } from "zod";
import { id } from "@/lib/format/fields";
import { ragSchema } from "@/lib/clocks/schema";
import { answersSchema, assessmentSourceSchema, factorsSchema, judgementSchema, tickedTriggersSchema, type Template } from "../schema";

/** Why an assessment is made. */
export const assessmentPurposes = ["initial", "review", "after_incident", "before_meeting", "closure", "correction"] as const;
export const assessmentPurposeSchema = z.enum(assessmentPurposes, { error: "Select why you are assessing now" });
export type AssessmentPurpose = z.infer<typeof assessmentPurposeSchema>;

/** What the answers of one template must be: every message says which question it is about. */
export function filledInSchema(template: Template) {
  return z.strictObject({
    answers: answersSchema(template),
    factors: factorsSchema(template),
    confirmedTriggers: tickedTriggersSchema(template),
  });
}

const answers = z.record(z.string().max(4), z.union([z.string().max(40), z.array(z.string().max(40)).max(40)]));

/** A completed form as it is sent: the template judges the answers once it is known. */
export const assessmentInput = z.strictObject({
  templateKey: z.enum(["VRA", "PCI"], { error: "Choose a form" }),
  /** The version of the form that was asked; the one in force where it is left out. */
  templateId: id("Open the form again: it has lost its version").nullish(),
  purpose: assessmentPurposeSchema,
  source: assessmentSourceSchema,
  answers,
  factors: z.array(z.string().max(40)).max(40).default([]),
  confirmedTriggers: z.array(z.string().max(4)).max(20).default([]),
  judgement: judgementSchema.nullish(),
});

/** An assessment of somebody or somewhere on a case that is already open. */
export const completeAssessmentInput = assessmentInput.extend({
  caseId: id("Choose a case"),
  /** The subject's latest assessment as the form showed it, so that two assessors never overtake each other unseen. */
  lastAssessmentId: id("Open the form again: it has lost the last assessment").nullable(),
  involvementId: id("Choose whom it is about").nullish(),
  placeId: id("Choose the place it is about").nullish(),
  reportId: id("Choose a report").nullish(),
});
export type CompleteAssessmentInput = z.input<typeof completeAssessmentInput>;

/** One question's part in a completed assessment, in the words that were shown. */
export const breakdownLineSchema = z.object({
  key: z.string(),
  section: z.string().default(""),
  question: z.string().default(""),
  label: z.string(),
  points: z.number(),
  counts: z.boolean().default(true),
  isUnknown: z.boolean().default(false),
});
export type PinnedLine = z.infer<typeof breakdownLineSchema>;

/** What an assessment came to. */
export const recordedAssessmentSchema = z.object({
  assessmentId: z.string(),
  score: z.number(),
  band: ragSchema,
  rag: ragSchema,
  borderline: z.boolean(),
  borderlineTo: ragSchema.nullable(),
  unknownCount: z.number(),
  incomplete: z.boolean(),
  /** Every trigger it set: ticked and computed. */
  triggers: z.array(z.string()),
  raisedBy: z.string().nullable(),
  flags: z.array(z.enum(["hate", "hate_query"])),
});
export type RecordedAssessment = z.infer<typeof recordedAssessmentSchema>;
