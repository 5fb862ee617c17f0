import { type Day, dayFrom, isDay } from "./dates";

const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTH_NAMES = [
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
];

function monthFrom(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const typed = words.toLowerCase();
  const found = MONTH_NAMES.findIndex((short, at) =>
    typed === short || typed === FULL_MONTH_NAMES[at] || (short === "sep" && typed === "sept"));
  return found + 1;
}

function yearFrom(words: string, today: Day): number {
  if (words.length === 4) return Number(words);
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  const year = century + Number(words);
  return year > thisYear ? year - 100 : year;
}

/**
 * The day that a person typed, day first: "18/11/2026", "18 11 26", "18.11.2026", "18 Nov 2026", or "2026-11-18".
 * A year of two figures is the latest that has begun. Null when it is no day.
 */
export function parseDay(typed: string, today: Day): Day | null {
  const words = typed.trim();
  if (isDay(words)) return words;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})$/i.exec(words);
  if (!match) return null;
  const [, date = "", month = "", year = ""] = match;
  return dayFrom(yearFrom(year, today), monthFrom(month), Number(date));
}

/** The time that a person typed, as "16:40": "16:40", "16.40", "1640", "4:40pm" or "4 pm". Null when it is no time. */
export function parseTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?$/i.exec(typed.trim());
  if (!match) return null;
  const [, hours = "", minutes, half] = match;
  let hour = Number(hours);
  const minute = Number(minutes ?? "0");
  if (half === undefined && minutes === undefined) return null;
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
