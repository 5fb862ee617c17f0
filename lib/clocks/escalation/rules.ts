import { type Instant, toDate } from "@/lib/format/dates";
import { dueAt, type IsBankHoliday } from "../rules";
import { type ClockName, clockNames } from "../schema";

/** Who is told at a step, nearest the work first: see `on_rung` in the database. */
export const rungs = ["officer", "supervisor", "manager", "agencies"] as const;
export type Rung = (typeof rungs)[number];

/** When a step is done: at a share of the clock's own time, or so many hours or working days after it ran out. */
type When = { unit: "share" | "hours" | "workingDays"; amount: number };
/** One step: when, who is told, and whether they are also mailed that something waits. */
export type Step = When & { whom: readonly Rung[]; isUrgent: boolean };
export type Ladder = { red: readonly Step[]; other: readonly Step[] };

/** The clocks that run on a case: a step that is done in the same save has none. */
export type RunningClock = Exclude<ClockName, "firstAssessment">;
export const runningClocks = clockNames.filter((name): name is RunningClock => name !== "firstAssessment");

const step = (unit: When["unit"], amount: number, whom: Rung | Rung[], isUrgent = true): Step => ({ unit, amount, whom: [whom].flat(), isUrgent });

// Red is counted in hours, day and night; the rest waits for the next working day.
const late: Ladder = {
  red: [step("hours", 0, ["officer", "supervisor"]), step("hours", 24, "manager")],
  other: [step("workingDays", 0, "officer", false), step("workingDays", 1, "supervisor"), step("workingDays", 3, "manager")],
};

// An e-mail never satisfies this one: it climbs until a call is ticked off, and the first of it is told with half the time left.
const untilSomebodyIsRung = [step("share", 0.5, "supervisor"), step("share", 0.75, "manager"), step("share", 1, "agencies")];

/** Whom each clock goes to when nobody did what it waits for. */
export const ladders: Record<RunningClock, Ladder> = {
  personTold: { red: untilSomebodyIsRung, other: untilSomebodyIsRung },
  firstContact: late,
  firstAssessmentHardStop: { red: late.red, other: [step("workingDays", 0, ["officer", "supervisor"]), step("workingDays", 1, "manager")] },
  share: late,
  leadAndPlan: late,
  victimContact: late,
  review: { red: late.red, other: [step("workingDays", 0, "officer", false), step("workingDays", 2, "supervisor")] },
  supervisorReview: { red: [step("hours", 0, "supervisor"), step("hours", 48, "manager")], other: [step("workingDays", 0, "supervisor", false), step("workingDays", 5, "manager", false)] },
  managerReview: { red: [step("hours", 0, "manager")], other: [step("workingDays", 0, "manager", false)] },
  actionDefault: { red: [step("workingDays", 1, ["officer", "supervisor"])], other: [step("workingDays", 1, "officer", false), step("workingDays", 3, "supervisor")] },
  referralAnswer: { red: [step("hours", 0, ["officer", "manager"])], other: [step("workingDays", 0, "officer", false), step("workingDays", 1, "manager")] },
};

/** When a step of a clock that began and is due at these moments is done. */
export function stepDueAt({ unit, amount }: When, clock: { startedAt: Instant; dueAt: Instant }, isBankHoliday: IsBankHoliday): Date {
  const due = toDate(clock.dueAt);
  if (unit === "share") return new Date(Math.floor(toDate(clock.startedAt).getTime() + (due.getTime() - toDate(clock.startedAt).getTime()) * amount));
  if (unit === "hours") return new Date(due.getTime() + amount * 3_600_000);
  return amount === 0 ? due : dueAt({ workingDays: amount }, due, isBankHoliday);
}
