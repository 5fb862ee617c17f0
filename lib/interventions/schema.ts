import { z } from "zod";
import { isDay } from "@/lib/format/dates";
import { day, id, optionalDay, version } from "@/lib/format/fields";
import { optionalLine, optionalText, text } from "@/lib/format/text";
import { confirmsNames } from "@/lib/cases/log/schema";
import { caseHeaderSchema } from "@/lib/cases/page/schema";

const code = z.string().regex(/^[a-z][a-z_0-9]{0,59}$/);
const listedDay = z.string().refine(isDay).nullable();
const months = z.int().min(1).max(600);

export const interventionSubjects = ["person", "family", "place"] as const;
export type InterventionSubject = (typeof interventionSubjects)[number];

/** A type of intervention as the reference list writes it. */
export const listedTypeSchema = z.strictObject({
  code,
  label: z.string().trim().min(1).max(200),
  statutory: z.boolean(),
  from: listedDay,
  to: listedDay,
  minAge: z.int().min(0).max(120).optional(),
  subject: z.enum(["family", "place"]).optional(),
  replacedBy: code.optional(),
  requires: code.optional(),
  selectable: z.boolean().optional(),
  reviewDays: z.int().min(1).optional(),
  usualMonths: months.optional(),
  minMonths: months.optional(),
  maxMonths: months.optional(),
  maxMonthsUnder18: months.optional(),
  under18Months: z.string().optional(),
  maxHours: z.int().min(1).optional(),
  appealDays: z.int().min(1).optional(),
  /** What a lawyer should check before the dates are relied on. */
  verify: z.string().optional(),
});
export type ListedType = z.infer<typeof listedTypeSchema>;
export const listedTypesSchema = z.array(listedTypeSchema);

/** A type of intervention and the days between which one may begin. */
export type InterventionType = {
  code: string;
  label: string;
  availableFrom: string | null;
  availableTo: string | null;
  /** False for a law not yet in force: not to be chosen until an administrator has dated it. */
  isSelectable: boolean;
  minAge: number | null;
  subject: InterventionSubject;
  replacedBy: string | null;
  /** It compels somebody, or what breaks it does. */
  isEnforcement: boolean;
};

export const interventionStatuses = [
  "considered", "applied", "served", "agreed", "in_force", "breached", "varied", "appealed", "completed", "discharged", "expired",
] as const;
export const interventionStatusSchema = z.enum(interventionStatuses, { error: "Select how far it has got" });
export type InterventionStatus = z.infer<typeof interventionStatusSchema>;

/** An intervention on a person, a family or a place, as somebody records it. */
export const recordInterventionInput = z.strictObject({
  caseId: id("Choose a case"),
  typeCode: code.describe("One of the types of intervention"),
  personId: id("Choose the person").optional(),
  /** What the family is called here, such as "Setchell household": counted once, whatever is agreed with it. */
  family: optionalLine({ max: 120, what: "The family" }),
  /** Whose family it is: its words name it, and are kept from the other side. */
  familySide: z.enum(["victim", "perpetrator"], { error: "Select whose family it is" }).optional(),
  placeId: id("Choose the place").optional(),
  status: interventionStatusSchema.default("in_force"),
  startsOn: day("Enter the day it starts"),
  endsOn: optionalDay(),
  terms: optionalText({ max: 4000, what: "The terms" }),
  /** Asked before any step of enforcement against somebody: they may be the one who is hurt in another case. */
  victimElsewhere: z.enum(["no", "yes"], { error: "Say whether they may be a victim elsewhere" }).optional(),
  /** How that was weighed; read by the recorder's own agency alone. */
  consideredHow: optionalText({ max: 1000, what: "How it was considered" }),
  confirmsNames,
}).superRefine((given, context) => {
  const subjects = [given.personId, given.family || undefined, given.placeId].filter((one) => one !== undefined);
  if (subjects.length !== 1) {
    context.addIssue({ code: "custom", path: ["personId"], message: "Choose one person, family or place that it is on" });
  }
  if (given.victimElsewhere === "yes" && given.consideredHow === "") context.addIssue({ code: "custom", path: ["consideredHow"], message: "Enter how it was considered" });
  if (given.family && !given.familySide) context.addIssue({ code: "custom", path: ["familySide"], message: "Select whose family it is" });
  // Runs beside the other checks, so a day may still be anything at all.
  if (typeof given.endsOn === "string" && typeof given.startsOn === "string" && given.endsOn < given.startsOn) {
    context.addIssue({ code: "custom", path: ["endsOn"], message: "The last day must not be before the first" });
  }
}, { when: ({ value }) => typeof value === "object" && value !== null });
export type RecordInterventionInput = z.infer<typeof recordInterventionInput>;

/** A step in the life of an intervention, on a day. */
export const moveInterventionInput = z.strictObject({
  interventionId: id("Choose an intervention"),
  version: version(),
  to: interventionStatusSchema,
  on: day("Enter the day it happened"),
  note: optionalText({ max: 2000, what: "The note" }),
});
export type MoveInterventionInput = z.infer<typeof moveInterventionInput>;

/** A breach of an intervention, on a day. */
export const recordBreachInput = z.strictObject({
  interventionId: id("Choose an intervention"),
  version: version(),
  on: day("Enter the day it was broken"),
  words: text({ max: 2000, ask: "Enter what happened", what: "What happened" }),
});
export type RecordBreachInput = z.infer<typeof recordBreachInput>;

export const interventionViewSchema = z.object({
  interventionId: z.string(),
  version: z.int(),
  label: z.string(),
  subject: z.string(),
  agencyName: z.string(),
  status: interventionStatusSchema,
  statusWords: z.string(),
  isInForce: z.boolean(),
  periodWords: z.string(),
  terms: z.string(),
  breaches: z.array(z.object({ on: z.string(), words: z.string() })),
  /** Where it may go from here. */
  moves: z.array(z.object({ to: interventionStatusSchema, label: z.string() })),
});
export type InterventionView = z.output<typeof interventionViewSchema>;

export const interventionsViewSchema = z.object({
  header: caseHeaderSchema,
  today: z.string(),
  interventions: z.array(interventionViewSchema),
  types: z.array(z.object({ code: z.string(), label: z.string(), subject: z.enum(interventionSubjects), isNow: z.boolean(), isEnforcement: z.boolean() })),
  people: z.array(z.object({ personId: z.string(), name: z.string(), isUnder18: z.boolean() })),
  place: z.object({ placeId: z.string(), words: z.string() }).nullable(),
  mayRecord: z.boolean(),
});
export type InterventionsView = z.output<typeof interventionsViewSchema>;
