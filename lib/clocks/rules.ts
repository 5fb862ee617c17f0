import {
  addDays, type Day, endOfLondonDay, type Instant, londonClock, londonDay, londonInstant, toDate, weekdayOf,
} from "@/lib/format/dates";
import { type DueWords, dueWords } from "@/lib/format/due";
import {
  type ClockName, type ClockUnit, clockNames, type DutyHours, type ListedStandards, type Rag, rags, type TimeStandard,
  type TimeStandardRow, type TimeStandards,
} from "./schema";

/** Whether a day is a bank holiday in England. */
export type IsBankHoliday = (day: Day) => boolean;

/** The time of day, in London, by which a thing due on a day is due. */
export const endOfWork = "17:00";

/** Office hours, for an agency that has given no others. */
export const officeHours: DutyHours = { weekdays: [1, 2, 3, 4, 5], opensAt: "09:00", closesAt: "17:00", onBankHolidays: false };

/** Answers from a list of bank holidays, such as one sent to a browser. */
export function bankHolidaysIn(days: Iterable<Day>): IsBankHoliday {
  const known = new Set(days);
  return (day) => known.has(day);
}

/** Whether a day is Monday to Friday and no bank holiday. */
export function isWorkingDay(day: Day, isBankHoliday: IsBankHoliday): boolean {
  const weekday = weekdayOf(day);
  return weekday > 0 && weekday < 6 && !isBankHoliday(day);
}

/** The nth working day after a day, whether or not that day is one itself; for none, the day. */
export function addWorkingDays(day: Day, count: number, isBankHoliday: IsBankHoliday): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, isBankHoliday)) left -= 1;
  }
  return reached;
}

/** How many working days fall after one day, up to and with another; none when the second is not later. */
export function workingDaysBetween(from: Day, to: Day, isBankHoliday: IsBankHoliday): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, isBankHoliday)) count += 1;
  }
  return count;
}

/** The hours that passed between two moments, day and night; negative when the second is earlier. */
export function elapsedHours(from: Instant, to: Instant): number {
  return (toDate(to).getTime() - toDate(from).getTime()) / 3_600_000;
}

/** What a time standard counts in. */
export function unitOf(standard: TimeStandard): ClockUnit {
  if ("hours" in standard) return "hours";
  return "days" in standard ? "days" : "workingDays";
}

/**
 * When a step that starts at a moment is due.
 * Hours pass day and night, weekends and holidays included. Working days end at 17:00 London on the nth working day
 * after the London day of `from`. Days end at 17:00 London on the nth calendar day after it, and are not moved off a
 * weekend or a holiday: a week between two calls to a victim is never longer for it.
 */
export function dueAt(standard: TimeStandard, from: Instant, isBankHoliday: IsBankHoliday): Date {
  if ("hours" in standard) return new Date(toDate(from).getTime() + standard.hours * 3_600_000);
  const day = londonDay(from);
  if ("days" in standard) return londonInstant(addDays(day, standard.days), endOfWork);
  return londonInstant(addWorkingDays(day, standard.workingDays, isBankHoliday), endOfWork);
}

/** By the end of today in London, and never less than four hours from now. */
export function sameDay(now: Date): Date {
  const endOfToday = endOfLondonDay(londonDay(now)).getTime() - 60_000;
  return new Date(Math.max(endOfToday, now.getTime() + 4 * 3_600_000));
}

/** How a clock counts, which says how its words are made. */
export type ClockCounting =
  | { unit: "hours" }
  | { unit: "days" }
  | { unit: "workingDays"; isBankHoliday: IsBankHoliday };

/** How a clock stands, in words and in minutes; minutes are negative once it is late. */
export type ClockState = DueWords & { isLate: boolean; minutesLeft: number };

/** How a clock that is due at a moment stands now. It is late from the moment after. */
export function clockState(due: Instant, now: Instant, counting: ClockCounting = { unit: "hours" }): ClockState {
  const left = toDate(due).getTime() - toDate(now).getTime();
  const state = { isLate: left < 0, minutesLeft: Math.floor(left / 60_000) };
  if (counting.unit === "hours") return { ...dueWords(due, now), ...state };
  if (counting.unit === "days") return { ...dueWords(due, now, { precision: "day" }), ...state };
  const workingDaysLate = workingDaysBetween(londonDay(due), londonDay(now), counting.isBankHoliday);
  return { ...dueWords(due, now, { precision: "day", workingDaysLate }), ...state };
}

/** Whether an agency has nobody on duty at a moment. */
export function isOutOfHours(instant: Instant, isBankHoliday: IsBankHoliday, duty: DutyHours = officeHours): boolean {
  const clock = londonClock(instant);
  const time = `${String(clock.hour).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}`;
  if (!duty.weekdays.includes(clock.weekday)) return true;
  if (!duty.onBankHolidays && isBankHoliday(londonDay(instant))) return true;
  return time < duty.opensAt || time >= duty.closesAt;
}

/** How bad a colour is: green 0, amber 1, red 2. */
export function ragRank(rag: Rag): number {
  return rags.length - 1 - rags.indexOf(rag);
}

/** The worst of some colours; green for none. */
export function worstRag(...some: Rag[]): Rag {
  return some.reduce((worst, rag) => (ragRank(rag) > ragRank(worst) ? rag : worst), "green");
}

const listedRows = (rag: Rag, clock: ClockName, standard: ListedStandards[Rag][keyof ListedStandards[Rag]]): TimeStandardRow[] => {
  if (!standard) return [];
  const main: TimeStandardRow[] = "workingDays" in standard ? [{ rag, clock, amount: standard.workingDays, unit: "workingDays" }]
    : "days" in standard ? [{ rag, clock, amount: standard.days, unit: "days" }]
      : [{ rag, clock, amount: standard.hours, unit: "hours" }];
  if ("hardStopHours" in standard) {
    main.push({ rag, clock: "firstAssessmentHardStop", amount: standard.hardStopHours, unit: "hours" });
  }
  if ("hardStopWorkingDays" in standard) {
    main.push({ rag, clock: "firstAssessmentHardStop", amount: standard.hardStopWorkingDays, unit: "workingDays" });
  }
  return main;
};

/** The listed time standards as the rows that are stored, a hard stop as a clock of its own. */
export function standardRows(listed: ListedStandards): TimeStandardRow[] {
  return rags.flatMap((rag) => clockNames.flatMap((clock) =>
    clock === "firstAssessmentHardStop" ? [] : listedRows(rag, clock, listed[rag][clock])));
}

/** Time standards from their rows, a later row winning over an earlier. */
export function standardsFrom(rows: readonly TimeStandardRow[]): TimeStandards {
  const standards: TimeStandards = { red: {}, amber: {}, green: {} };
  for (const { rag, clock, amount, unit } of rows) {
    standards[rag][clock] = unit === "hours" ? { hours: amount } : unit === "days" ? { days: amount } : { workingDays: amount };
  }
  return standards;
}

/** When a step is due at a colour by an area's standards; null when it has no clock. */
export function dueByStandard(
  step: { standards: TimeStandards; rag: Rag; clock: ClockName },
  from: Instant,
  isBankHoliday: IsBankHoliday,
): Date | null {
  const standard = step.standards[step.rag][step.clock];
  return standard ? dueAt(standard, from, isBankHoliday) : null;
}

/** A closed case opens again, as the same case, to the end of this many days after; later it begins anew and points back. */
export const daysToReopen = 28;

/** Until when a case that was closed at a moment may open again: 24:00 London on the 28th day after. */
export function reopensUntil(closedAt: Date): Date {
  return endOfLondonDay(addDays(londonDay(closedAt), daysToReopen));
}

/** Whether a closed case may still open again as itself. */
export function mayOpenAgain(closedAt: Date | null, now: Date): boolean {
  return closedAt !== null && now < reopensUntil(closedAt);
}
