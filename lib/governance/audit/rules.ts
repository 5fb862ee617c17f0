import { addDays, addMonths, dayAndTime, londonDay, longDay, startOfLondonDay, timeOfDay, weekdayOf, type Day } from "../../format/dates";

/** Lines of a list that are shown at once. */
export const pageSize = 50;

export type Place = { upto: Date | null; skip: number };

/** Where a list goes on. */
export function placeOf(after: string | undefined): Place {
  const [moment, shown] = (after ?? "").split("_").map(Number);
  return after ? { upto: new Date(moment!), skip: shown! } : { upto: null, skip: 0 };
}

/** The lines of this page, and where the next begins: newest first, lines of one moment counted. Asks for one line more than a page holds. */
export function pageOf<Line extends { at: Date }>(found: Line[], place: Place): { lines: Line[]; next: string | null } {
  const lines = found.slice(0, pageSize);
  const last = lines.at(-1);
  if (found.length <= pageSize || !last) return { lines, next: null };
  const alike = lines.filter(({ at }) => at.getTime() === last.at.getTime()).length;
  const before = place.upto?.getTime() === last.at.getTime() ? place.skip : 0;
  return { lines, next: `${last.at.getTime()}_${alike + before}` };
}

/** The month that a moment is in, in London, as "2026-03". */
export function monthOf(now: Date): string {
  return londonDay(now).slice(0, 7);
}

/** From the first moment of a London month to the first of the next. */
export function bounds(month: string): { since: Date; until: Date } {
  const first: Day = `${month}-01`;
  return { since: startOfLondonDay(first), until: startOfLondonDay(addMonths(first, 1)) };
}

export function monthWords(month: string): string {
  return longDay(`${month}-01`).replace(/^1 /, "");
}

/** Months to choose from, this one first, seven years back: as long as the audit is kept. */
export function monthsToChoose(now: Date): { value: string; label: string }[] {
  const first: Day = `${monthOf(now)}-01`;
  return Array.from({ length: 84 }, (_none, back) => addMonths(first, -back).slice(0, 7)).map((value) => ({ value, label: monthWords(value) }));
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** From the first moment of a London week to the first of the next. */
export function weekBounds(monday: Day): { since: Date; until: Date } {
  return { since: startOfLondonDay(monday), until: startOfLondonDay(addDays(monday, 7)) };
}

/** "16 to 22 November 2026"; months and years are said where the week has two. */
export function weekWords(monday: Day): string {
  const [first, last] = [longDay(monday).split(" "), longDay(addDays(monday, 6)).split(" ")];
  const said = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return `${first.slice(0, said).join(" ")} to ${last.join(" ")}`;
}

/** Weeks to choose from, this one first, a year back. */
export function weeksToChoose(now: Date): { value: string; label: string }[] {
  const monday = mondayOf(londonDay(now));
  return Array.from({ length: 53 }, (_none, back) => addDays(monday, -7 * back)).map((value) => ({ value, label: weekWords(value) }));
}

/** When somebody looked: the moment, or from the first to the last. */
export function spanWords(first: Date, last: Date, now: Date): string {
  const [from, to] = [dayAndTime(first, now), dayAndTime(last, now)];
  if (from === to) return from;
  return londonDay(first) === londonDay(last) ? `${from} to ${timeOfDay(last)}` : `${from} to ${to}`;
}
