import { z } from "zod";
import { ragSchema } from "../../clocks/schema";
import { actionLineSchema, colleagueSchema, dueSchema } from "../../shared-actions/lines/schema";

export const dayViews = ["mine", "agency", "waiting", "drafts"] as const;
export type DayView = (typeof dayViews)[number];

export const myDayInput = z.strictObject({ view: z.enum(dayViews, { error: "Select a list" }).default("mine") });

const onCase = { caseId: z.string(), reference: z.string(), rag: ragSchema.nullable(), title: z.string() };
const common = { key: z.string(), isMine: z.boolean(), due: dueSchema };

/** Someone to be in contact with: how they want to be reached stands before the number. */
export const contactDueSchema = z.object({
  ...common, ...onCase, kind: z.literal("contact"),
  involvementId: z.string(),
  name: z.string(),
  wishes: z.array(z.string()),
  phones: z.array(z.string()),
  /** What was promised at the last contact; empty without. */
  promised: z.string(),
});
export type ContactDue = z.infer<typeof contactDueSchema>;

/** Whom to ring about a case, each to be ticked off. */
export const callDueSchema = z.object({
  ...common, ...onCase, kind: z.literal("call"), reason: z.string(),
  calls: z.array(z.object({ dutyCallId: z.string(), version: z.number(), name: z.string(), agency: z.string(), phone: z.string() })),
});
export type CallDue = z.infer<typeof callDueSchema>;

export const reviewDueSchema = z.object({ ...common, ...onCase, kind: z.enum(["review", "intake"]), officer: z.string() });
export type ReviewDue = z.infer<typeof reviewDueSchema>;

/** What a case waits for that is nobody's action: to be shared, to have a plan, to be looked at by a supervisor. */
export const clockDueSchema = z.object({ ...common, ...onCase, kind: z.literal("clock"), clock: z.enum(["share", "leadAndPlan", "supervisorReview", "managerReview"]), officer: z.string() });
export type ClockDue = z.infer<typeof clockDueSchema>;

export const actionDueSchema = z.object({ ...common, kind: z.literal("action"), line: actionLineSchema });
export type ActionDue = z.infer<typeof actionDueSchema>;

export const referralDueSchema = z.object({ ...common, ...onCase, kind: z.literal("referral"), question: z.string(), from: z.string() });
export type ReferralDue = z.infer<typeof referralDueSchema>;

/** An agency that asks to see a case, or asks this one to take a case over. */
export const requestDueSchema = z.object({ ...common, kind: z.literal("request"), requestId: z.string(), reference: z.string(), title: z.string(), question: z.string() });
export type RequestDue = z.infer<typeof requestDueSchema>;

export const dueItemSchema = z.discriminatedUnion("kind", [contactDueSchema, callDueSchema, reviewDueSchema, clockDueSchema, actionDueSchema, referralDueSchema, requestDueSchema]);
export type DueItem = z.infer<typeof dueItemSchema>;

export const draftSchema = z.object({ kind: z.string(), subject: z.string(), words: z.string(), detail: z.string(), savedWords: z.string(), href: z.string() });
export type DraftView = z.infer<typeof draftSchema>;

export const ownReportSchema = z.object({ reportId: z.string(), reference: z.string(), words: z.string(), takenWords: z.string() });
export type OwnReport = z.infer<typeof ownReportSchema>;

export const newRedSchema = z.object({ ...onCase, reason: z.string(), sinceWords: z.string() });
export type NewRed = z.infer<typeof newRedSchema>;

export const changedSchema = z.object({ ...onCase, entries: z.number(), words: z.string(), lastLine: z.string(), lastBy: z.string(), lookedWords: z.string() });
export type Changed = z.infer<typeof changedSchema>;

export const myDaySchema = z.object({
  now: z.string(),
  dayWords: z.string(),
  view: z.enum(dayViews),
  readsCases: z.boolean(),
  agencyName: z.string(),
  counts: z.object({ mine: z.number(), agency: z.number(), waiting: z.number(), drafts: z.number() }),
  items: z.array(dueItemSchema),
  /** Whether there is more than the list shows. */
  isCut: z.boolean(),
  waiting: z.array(actionLineSchema),
  drafts: z.array(draftSchema),
  ownReports: z.array(ownReportSchema),
  newRed: z.array(newRedSchema),
  changed: z.array(changedSchema),
  colleagues: z.array(colleagueSchema),
  outOfHours: z.object({ name: z.string(), phone: z.string() }).nullable(),
});
export type MyDayView = z.infer<typeof myDaySchema>;
