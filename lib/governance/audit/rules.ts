import { addMonths, londonDay, longDay, startOfLondonDay, type Day } from "../../format/dates";

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
