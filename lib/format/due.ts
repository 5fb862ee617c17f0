import { daysBetween, type Instant, londonDay, nearDayAndTime, shortDay, toDate } from "./dates";

/** How a clock stands. Late is drawn plum with "!" before its words; red is kept for risk. */
export type DueTone = "late" | "soon" | "today" | "later";

/** A clock in words, with the tone in which to draw them. */
export type DueWords = { words: string; tone: DueTone };

/** How to read a clock: to the minute or to the day, and how many working days it is late where it counts those. */
export type DueReading = { precision?: "minute" | "day"; workingDaysLate?: number };

const MINUTE = 60_000;
const SOON_MINUTES = 12 * 60;
/** What a clock on a desk may lag behind the server's. */
const LAG = 2000;

/** A length of time under a day, as "48 min", "3 h" or "3 h 10 min". */
export function spanWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A number of things, as "1 day" or "2 days". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function lateWords(dueAt: Date, now: Date, reading: DueReading): string {
  const minutes = Math.floor((now.getTime() - dueAt.getTime()) / MINUTE);
  if (reading.workingDaysLate !== undefined && reading.workingDaysLate > 0) {
    return `${counted(reading.workingDaysLate, "working day")} late`;
  }
  if (minutes < 1) return "just late";
  const days = daysBetween(londonDay(dueAt), londonDay(now));
  if (reading.precision === "day" && reading.workingDaysLate === undefined && days > 0) return `${counted(days, "day")} late`;
  if (minutes < 24 * 60) return `${spanWords(minutes)} late`;
  if (reading.workingDaysLate === 0) return `late since ${shortDay(dueAt, now)}`;
  return `${counted(Math.floor(minutes / (24 * 60)), "day")} late`;
}

/**
 * How a due time reads now: "in 48 min", "in 3 h 10 min", "today", "tomorrow", "Fri 20 Nov",
 * or once it has passed "12 min late", "1 day late", "2 working days late".
 */
export function dueWords(due: Instant, at: Instant, reading: DueReading = {}): DueWords {
  const dueAt = toDate(due);
  const now = toDate(at);
  if (now.getTime() > dueAt.getTime()) return { words: lateWords(dueAt, now, reading), tone: "late" };

  const days = daysBetween(londonDay(now), londonDay(dueAt));
  if (reading.precision === "day") {
    if (days === 0) return { words: "today", tone: "today" };
    return { words: days === 1 ? "tomorrow" : shortDay(dueAt, now), tone: "later" };
  }

  const minutes = Math.max(0, Math.ceil((dueAt.getTime() - now.getTime() - LAG) / MINUTE));
  if (minutes === 0) return { words: "due now", tone: "soon" };
  if (minutes <= SOON_MINUTES) return { words: `in ${spanWords(minutes)}`, tone: "soon" };
  if (days === 0) return { words: nearDayAndTime(dueAt, now), tone: "today" };
  return { words: days === 1 ? nearDayAndTime(dueAt, now) : shortDay(dueAt, now), tone: "later" };
}
