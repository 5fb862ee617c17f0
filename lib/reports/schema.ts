import { z } from "zod";
import { distinct, id, instant } from "@/lib/format/fields";
import { optionalLine, optionalText, text } from "@/lib/format/text";
import { personInput } from "@/lib/people/schema";
import { placeInput } from "@/lib/places/schema";
import { isGivenOnce, missingNumber, shapeFaults } from "./shape/rules";

/** The thirteen national headings, in their order. */
export const nsirHeadings = [
  "vehicle_abandoned", "vehicle_nuisance", "rowdy_behaviour", "nuisance_neighbours", "littering_drugs", "animal_problems",
  "trespass", "nuisance_communications", "street_drinking", "prostitution_related", "noise", "begging_vagrancy", "fireworks",
] as const;
export const nsirHeadingSchema = z.enum(nsirHeadings, { error: "Select what kind of problem it is" });
export type NsirHeading = z.infer<typeof nsirHeadingSchema>;

export const nsirQualifiers = ["personal", "nuisance", "environmental"] as const;
export const nsirQualifierSchema = z.enum(nsirQualifiers, { error: "Select personal, nuisance or environmental" });
export type NsirQualifier = z.infer<typeof nsirQualifierSchema>;

export const hateStrands = ["race", "religion", "sexual_orientation", "disability", "gender_identity"] as const;
export const hateStrandSchema = z.enum(hateStrands, { error: "Select what the hate is about" });
export type HateStrand = z.infer<typeof hateStrandSchema>;

export const reportChannels = [
  "phone_101", "phone_council", "phone_landlord", "in_person", "visit", "online", "email", "letter", "member_councillor",
  "partner_system", "victim_page",
] as const;
export const reportChannelSchema = z.enum(reportChannels, { error: "Select how the report came in" });
export type ReportChannel = z.infer<typeof reportChannelSchema>;

export const reportStatuses = ["received", "screened", "advice_only", "same_event", "linked", "new_case"] as const;
export const reportStatusSchema = z.enum(reportStatuses);
export type ReportStatus = z.infer<typeof reportStatusSchema>;

/** The first question of all. Danger can be recorded only once 999 has been rung. */
export const safeNowAnswers = ["safe", "danger_999_rung", "not_known"] as const;
export const safeNowSchema = z.enum(safeNowAnswers, { error: "Select whether anyone is in danger now. If they are, ring 999 first" });
export type SafeNow = z.infer<typeof safeNowSchema>;

export const contactMethods = ["phone", "text", "email", "letter", "visit", "through_someone", "none"] as const;
export const contactMethodSchema = z.enum(contactMethods, { error: "Select how it is safe to get in touch" });
export type ContactMethod = z.infer<typeof contactMethodSchema>;

/** How it is safe to get in touch; "through someone" and "none" need no number. */
export const safeContactInput = z.strictObject({
  method: contactMethodSchema,
  /** The number or address that is safe. */
  number: optionalLine({ max: 254, what: "The number or address" }),
  when: optionalLine({ max: 200, what: "When it is safe" }),
  doNot: optionalLine({ max: 300, what: "What not to do" }),
  leaveMessage: z.boolean({ error: "Select whether it is safe to leave a message" }).default(false),
  /** What to say, and what to say if somebody else answers. */
  words: optionalLine({ max: 300, what: "What to say" }),
  interpreter: optionalLine({ max: 100, what: "The interpreter" }),
}).superRefine((contact, context) => {
  const message = missingNumber(contact);
  if (message) context.addIssue({ code: "custom", path: ["number"], message });
});
export type SafeContactInput = z.infer<typeof safeContactInput>;

const whoever = { personId: id("Choose a person").optional(), person: personInput.optional() };

/** Somebody affected: one on record, one typed, or one who will not be named. */
export const affectedInput = z.strictObject({
  ...whoever,
  isAnonymous: z.boolean().default(false),
  role: z.enum(["victim", "household_member", "witness"], { error: "Select how this person is affected" }).default("victim"),
  /** Whether they live at the place of the report. */
  livesHere: z.boolean().default(false),
}).refine(isGivenOnce, { error: "Choose a person, enter one, or say that they will not be named", path: ["person"] });
export type AffectedInput = z.infer<typeof affectedInput>;

/** Who told us: one of those affected, somebody else, or somebody who will not be named. */
export const callerInput = z.discriminatedUnion("who", [
  z.strictObject({ who: z.literal("affected"), index: z.int().min(0).default(0) }),
  z.strictObject({
    who: z.literal("someone_else"),
    ...whoever,
    role: z.enum(["complainant", "witness", "professional"]).default("complainant"),
    relation: optionalLine({ max: 120, what: "How they know of it" }),
  }).refine(isGivenOnce, { error: "Choose who told you, or enter them", path: ["person"] }),
  z.strictObject({ who: z.literal("anonymous") }),
], { error: "Select who told you" });
export type CallerInput = z.infer<typeof callerInput>;

/** Somebody said to be responsible; a group nobody can name is a person of that kind. */
export const responsibleInput = z.strictObject({
  ...whoever,
  /** What the caller said of them, and how they know. */
  note: optionalLine({ max: 300, what: "What was said of them" }),
}).refine(isGivenOnce, { error: "Choose a person or enter one", path: ["person"] });
export type ResponsibleInput = z.infer<typeof responsibleInput>;

const answerCode = z.string().regex(/^[a-z][a-z_0-9]{0,39}$/);

/** Answers by question as they were given; the template they belong to says which there may be. */
export const givenAnswersSchema = z.record(
  z.string().regex(/^[A-Z]\d{1,2}$/),
  z.union([answerCode, z.array(answerCode).max(20)]),
  { error: "Select answers from the list" },
);
export type GivenAnswers = z.infer<typeof givenAnswersSchema>;

const someCodes = (code: z.ZodString, ask: string) => z.array(code, { error: ask }).max(30, ask).refine(distinct, { error: ask }).default([]);

/** Where a report goes. */
export const reportOutcomeInput = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("advice_only"),
    adviceGiven: text({ max: 2000, ask: "Enter the advice you gave", what: "The advice" }),
  }),
  z.strictObject({
    kind: z.literal("new_case"),
    /** The closed case that it goes on from. */
    continuesCaseId: id("Choose the case that it goes on from").optional(),
  }),
  z.strictObject({ kind: z.literal("join_case"), caseId: id("Choose the case to join") }),
  z.strictObject({ kind: z.literal("same_event"), reportId: id("Choose the report of the same event") }),
  z.strictObject({ kind: z.literal("triage") }),
], { error: "Select what happens to the report" });
export type ReportOutcomeInput = z.infer<typeof reportOutcomeInput>;

/** A report as one agency takes it: everything on the New report page. Rules that need the time are in `reportProblems`. */
export const takeReportInput = z.strictObject({
  safeNow: safeNowSchema,
  placeId: id("Choose a place").optional(),
  place: placeInput.optional(),
  channel: reportChannelSchema,
  /** When the agency received it, where that was not now. */
  receivedAt: instant("Enter when you received it").optional(),
  whatHappened: text({ max: 4000, ask: "Enter what happened", what: "What happened" }),
  nsirHeading: nsirHeadingSchema,
  nsirQualifier: nsirQualifierSchema,
  /** As it was first said, where that was otherwise; kept for ever. */
  originalHeading: nsirHeadingSchema.optional(),
  originalQualifier: nsirQualifierSchema.optional(),
  happenedFrom: instant("Enter when it happened"),
  happenedTo: instant("Enter when it ended").optional(),
  howOften: optionalLine({ max: 200, what: "How often it happens" }),
  caller: callerInput,
  affected: z.array(affectedInput, { error: "Enter who is affected" }).max(20, "Enter at most 20 people affected").default([]),
  responsible: z.array(responsibleInput, { error: "Enter who is said to be responsible" }).max(20, "Enter at most 20 people said to be responsible").default([]),
  screeningAnswers: givenAnswersSchema.default({}),
  vulnerabilityFactors: someCodes(answerCode, "Select from the list what makes them more at risk"),
  triggers: someCodes(z.string().regex(/^T\d{1,2}$/), "Select triggers from the list"),
  safeContact: safeContactInput.optional(),
  immediateSteps: optionalText({ max: 2000, what: "What you did or agreed" }),
  externalReference: optionalLine({ max: 60, what: "The other system's reference" }),
  outcome: reportOutcomeInput,
}).superRefine((report, context) => {
  for (const { path, message } of shapeFaults(report)) context.addIssue({ code: "custom", path, message });
}, { when: ({ value }) => typeof value === "object" && value !== null });
export type TakeReportInput = z.infer<typeof takeReportInput>;
/** A report as it is sent: moments as text, what is empty left out. */
export type TakeReportForm = z.input<typeof takeReportInput>;
