import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { distinct, id } from "@/lib/format/fields";
import { givenAnswersSchema, takeReportInput } from "@/lib/reports/schema";
import { assessmentSourceSchema, judgementSchema } from "../schema";
import { intakeFaults } from "./rules";

const codes = z.array(z.string().max(40)).max(40).refine(distinct, { error: "Select each thing once" }).default([]);

/** The full assessment of one of those affected, asked in the same contact; the template judges the answers. */
const victimAssessmentInput = z.strictObject({
  /** Which of those affected it is about. */
  affectedIndex: z.int().min(0).max(19).default(0),
  source: assessmentSourceSchema,
  answers: givenAnswersSchema,
  factors: codes,
  confirmedTriggers: codes,
  judgement: judgementSchema.nullish(),
});

/** The behaviour and community impact assessment of the place, for a report that names no victim. */
const placeAssessmentInput = z.strictObject({
  answers: givenAnswersSchema,
  judgement: judgementSchema.nullish(),
});

/** A report with everything that is decided in the same save: who leads, the assessment, who is told. */
export const intakeInput = takeReportInput.safeExtend({
  /** The versions of the forms that were asked; those in force where they are left out. */
  victimTemplateId: id("Open the form again: it has lost its version").optional(),
  placeTemplateId: id("Open the form again: it has lost its version").optional(),
  assessment: victimAssessmentInput.optional(),
  impact: placeAssessmentInput.optional(),
  /** Who leads a new case: the member's own agency, or the one that takes in the area's reports. */
  leads: z.enum(["own", "area"], { error: "Select who leads the case" }).optional(),
  /** Agencies to share a new case with, confirmed by the member. */
  shareWith: z.array(id("Choose agencies from the list")).max(20, "Choose at most 20 agencies").refine(distinct, { error: "Choose each agency once" }).default([]),
  /** Said after being asked: this is another report, not the one just saved. */
  confirmedNew: z.boolean().default(false),
}).superRefine((report, context) => {
  for (const { path, message } of intakeFaults(report)) context.addIssue({ code: "custom", path, message });
});
export type IntakeInput = z.infer<typeof intakeInput>;
/** A report as the page sends it: moments as text, what is empty left out. */
export type IntakeForm = z.input<typeof intakeInput>;

/** Somebody to ring now, to tick off once they know. */
export const callSchema = z.object({
  callId: z.string(),
  agencyName: z.string(),
  name: z.string(),
  phone: z.string(),
  reason: z.string(),
  dueAt: z.string(),
  dueWords: z.string(),
  version: z.number(),
  isDone: z.boolean(),
});
export type CallView = z.infer<typeof callSchema>;

/** What a saved report led to: what the page says happens next. */
export const takenReportSchema = z.object({
  reportId: z.string(),
  reference: z.string(),
  outcome: z.enum(["advice_only", "new_case", "join_case", "same_event", "triage"]),
  asbCase: z.object({
    caseId: z.string(),
    reference: z.string(),
    /** Whether the member may open it. */
    mayOpen: z.boolean(),
    leadName: z.string(),
    ring: z.object({ name: z.string(), phone: z.string() }),
    isAssessed: z.boolean(),
  }).nullable(),
  rag: ragSchema.nullable(),
  score: z.number().nullable(),
  reason: z.string(),
  toldNames: z.array(z.string()),
  next: z.array(z.object({ what: z.string(), when: z.string().optional(), who: z.string().optional() })),
  ring: z.array(callSchema),
  notPossible: z.array(z.object({ name: z.string(), why: z.string(), instead: z.string() })),
});
export type TakenReport = z.infer<typeof takenReportSchema>;
