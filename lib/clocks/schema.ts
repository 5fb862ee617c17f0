import { z } from "zod";

/** The three colours of risk, worst first. */
export const rags = ["red", "amber", "green"] as const;
export const ragSchema = z.enum(rags, { error: "Select red, amber or green" });
export type Rag = z.infer<typeof ragSchema>;

/** The steps that have a time standard. */
export const clockNames = [
  "firstContact", "share", "personTold", "firstAssessment", "firstAssessmentHardStop", "leadAndPlan",
  "victimContact", "review", "supervisorReview", "managerReview", "actionDefault", "referralAnswer",
] as const;
export const clockNameSchema = z.enum(clockNames);
export type ClockName = z.infer<typeof clockNameSchema>;

/** What a time standard counts in: hours that pass day and night, England's working days, or calendar days. */
export const clockUnits = ["hours", "workingDays", "days"] as const;
export type ClockUnit = (typeof clockUnits)[number];

const amount = z.int().min(0).max(3660);
const fromOne = amount.min(1);

/** How long a step may take, in one unit. No hours means in the same save. */
export const timeStandardSchema = z.union([
  z.strictObject({ hours: amount }),
  z.strictObject({ workingDays: fromOne }),
  z.strictObject({ days: fromOne }),
]);
export type TimeStandard = z.infer<typeof timeStandardSchema>;

/** A time standard as the reference list writes it: the hard stop of a first assessment stands beside it. */
const listedStandardSchema = z.union([
  timeStandardSchema,
  z.strictObject({ hours: amount, hardStopHours: fromOne }),
  z.strictObject({ hours: amount, hardStopWorkingDays: fromOne }),
]);

const listedClocksSchema = z.strictObject(Object.fromEntries(
  clockNames.filter((name) => name !== "firstAssessmentHardStop").map((name) => [name, listedStandardSchema.optional()]),
) as Record<Exclude<ClockName, "firstAssessmentHardStop">, z.ZodOptional<typeof listedStandardSchema>>);

/** The `timeStandards` of the reference lists. */
export const listedStandardsSchema = z.strictObject({
  red: listedClocksSchema,
  amber: listedClocksSchema,
  green: listedClocksSchema,
});
export type ListedStandards = z.infer<typeof listedStandardsSchema>;

/** One time standard as it is stored. */
export const timeStandardRowSchema = z.strictObject({
  rag: ragSchema,
  clock: clockNameSchema,
  amount,
  unit: z.enum(clockUnits),
});
export type TimeStandardRow = z.infer<typeof timeStandardRowSchema>;

/** The time standards of an area, by colour and step. A step without one has no clock. */
export type TimeStandards = Record<Rag, Partial<Record<ClockName, TimeStandard>>>;

const openingTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a real time, like 09:00");

/** When an agency has somebody on duty. Weekdays count from Sunday, 0; a closing time of 24:00 is midnight. */
export const dutyHoursSchema = z.strictObject({
  weekdays: z.array(z.int().min(0).max(6)).max(7),
  opensAt: openingTime,
  closesAt: z.union([openingTime, z.literal("24:00")]),
  onBankHolidays: z.boolean(),
}).refine((duty) => duty.opensAt < duty.closesAt, { error: "The closing time must be after the opening time", path: ["closesAt"] });
export type DutyHours = z.infer<typeof dutyHoursSchema>;
