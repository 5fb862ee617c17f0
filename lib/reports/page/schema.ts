import { z } from "zod";
import { id } from "@/lib/format/fields";
import { elsewhereSchema } from "../elsewhere/schema";
import { clock, listedReportSchema } from "../inbox/schema";

export const getReportInput = z.strictObject({ reportId: id("Choose a report") });

/** One report as it was received, and where it went. */
export const reportPageSchema = z.object({
  reportId: z.string(),
  reference: z.string(),
  version: z.number(),
  takenBy: z.string(),
  agencyName: z.string(),
  receivedWords: z.string(),
  channelLabel: z.string(),
  placeId: z.string(),
  placeWords: z.string(),
  wardName: z.string(),
  areaId: z.string(),
  whatHappened: z.string(),
  happenedWords: z.string(),
  howOften: z.string(),
  safeNowWords: z.string(),
  isAnonymous: z.boolean(),
  headingLabel: z.string(),
  qualifierLabel: z.string(),
  /** As it was first classified, where that was otherwise; empty where it was not. */
  originalWords: z.string(),
  triggers: z.array(z.string()),
  urgency: z.enum(["red", "amber", "green"]),
  /** What was answered at the screening, in the words that were shown. */
  screening: z.array(z.object({ about: z.string(), answer: z.string() })),
  immediateSteps: z.string(),
  adviceGiven: z.string(),
  externalReference: z.string(),
  people: z.array(z.object({ personId: z.string(), name: z.string(), ageWords: z.string(), role: z.string(), side: z.enum(["both", "victim", "perpetrator"]), note: z.string() })),
  /** Those said to be responsible who are known to others, with orders in force and staff safety. */
  elsewhere: z.array(elsewhereSchema),
  safeContacts: z.array(z.object({ name: z.string(), doNot: z.string(), safeWhen: z.string(), methodLabel: z.string(), number: z.string(), leaveMessage: z.boolean(), safeWords: z.string(), interpreter: z.string() })),
  status: z.enum(["received", "screened", "advice_only", "same_event", "linked", "new_case"]),
  statusWords: z.string(),
  went: listedReportSchema.shape.went,
  /** The clock while it waits; null once it has its place. */
  due: clock.nullable(),
  sameEventAs: z.object({ reportId: z.string(), reference: z.string() }).nullable(),
  sameEvents: z.array(z.object({ reportId: z.string(), reference: z.string(), agencyName: z.string(), receivedWords: z.string() })),
  /** Reports that may tell of the same event, side by side with this one. */
  mayBeSame: z.array(z.object({ reportId: z.string(), reference: z.string(), agencyName: z.string(), receivedWords: z.string(), headingLabel: z.string(), whatHappened: z.string(), went: listedReportSchema.shape.went })),
  may: z.object({ sort: z.boolean(), lead: z.boolean() }),
});
export type ReportPageView = z.infer<typeof reportPageSchema>;
