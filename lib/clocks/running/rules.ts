import { addDays, type Day, londonClock, londonDay, londonInstant } from "@/lib/format/dates";
import type { RunningClock } from "../escalation/rules";
import { addWorkingDays, dueByStandard, type IsBankHoliday, workingDaysBetween } from "../rules";
import type { Rag, TimeStandard, TimeStandards } from "../schema";

/** A clock to start, with the standard it is due by: what is changed in the standards later does not move it. */
export type NewClock = { name: RunningClock; dueAt: Date; rag: Rag; amount: number; unit: "hours" | "workingDays" | "days"; again?: boolean };

/** What begins when a case takes a colour, a first one or a worse one. Contact and review follow the dates that the case itself holds. */
export const clocksOfColour = ["share", "leadAndPlan", "supervisorReview", "managerReview"] as const satisfies RunningClock[];

/** What begins when a case is opened: until it is assessed no colour is known, so the middle one's standard counts. */
export const clocksOfOpening = ["firstAssessmentHardStop"] as const satisfies RunningClock[];

/** Some clocks with the due times that an area's standards give them from a moment; those without a standard at this colour are left out. */
export function clocksFrom(names: readonly RunningClock[], { standards, rag }: { standards: TimeStandards; rag: Rag }, from: Date, isBankHoliday: IsBankHoliday): NewClock[] {
  return names.flatMap((name) => {
    const standard = standards[rag][name];
    const dueAt = dueByStandard({ standards, rag, clock: name }, from, isBankHoliday);
    return standard && dueAt ? [{ name, dueAt, rag, ...amountOf(standard) }] : [];
  });
}

function amountOf(standard: TimeStandard): Pick<NewClock, "amount" | "unit"> {
  if ("hours" in standard) return { amount: standard.hours, unit: "hours" };
  return "days" in standard ? { amount: standard.days, unit: "days" } : { amount: standard.workingDays, unit: "workingDays" };
}

/** Clocks that may stand still for a reason: never what runs day and night, nor the assessment that opens a case, nor what another agency was asked. */
export const pausable: readonly RunningClock[] = ["firstContact", "share", "leadAndPlan", "victimContact", "review", "supervisorReview", "managerReview"];

/** A clock stands still for at most this many days at a time. */
export const longestPauseDays = 28;

/** Why a clock may not stand still until a day; null where it may. Red never waits, and lateness is not hidden by a pause. */
export function pauseProblem(clock: { name: string; dueAt: Date; pausedUntil: Day | null }, until: Day, about: { rag: Rag | null; now: Date }): "red-never-waits" | "never-pauses" | "late-already" | "paused-already" | "pause-in-the-past" | "pause-too-long" | null {
  const today = londonDay(about.now);
  if (!(pausable as readonly string[]).includes(clock.name)) return "never-pauses";
  if (about.rag === "red") return "red-never-waits";
  if (clock.dueAt <= about.now) return "late-already";
  if (clock.pausedUntil !== null && clock.pausedUntil > today) return "paused-already";
  if (until <= today) return "pause-in-the-past";
  return until > addDays(today, longestPauseDays) ? "pause-too-long" : null;
}

/** When a clock is due that stands still from one day to another: as many working days later as lie between them, at the same time of day. */
export function dueAfterPause(due: Date, from: Day, until: Day, isBankHoliday: IsBankHoliday): Date {
  const { hour, minute } = londonClock(due);
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return londonInstant(addWorkingDays(londonDay(due), workingDaysBetween(from, until, isBankHoliday), isBankHoliday), time);
}

/** Whether a clock is told to the minute, as what runs day and night is, or by the day. */
export function precisionOf(name: string): "minute" | "day" {
  return ["personTold", "firstContact", "victimContact", "firstAssessmentHardStop"].includes(name) ? "minute" : "day";
}
