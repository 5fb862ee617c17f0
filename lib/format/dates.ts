/** A calendar day with no clock and no zone, as "2026-11-18". */
export type Day = string;

/** A moment: a Date, or the ISO text it becomes in JSON. */
export type Instant = Date | string;

/** What a clock on a wall in London shows. `weekday` counts from Sunday, 0. */
export type LondonClock = {
  year: number;
  month: number;
  date: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
};

const MINUTE = 60_000;
const DAY = 86_400_000;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

const two = (value: number) => String(value).padStart(2, "0");

/** The moment as a Date, whichever way it was written. */
export function toDate(instant: Instant): Date {
  return typeof instant === "string" ? new Date(instant) : instant;
}

/** Whether the text is a real day between 1800 and 2200, written as "2026-11-18". */
export function isDay(value: string): value is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const year = Number(match[1]);
  return year >= 1800 && year <= 2200 && dayFrom(year, Number(match[2]), Number(match[3])) === value;
}

/** The day of a year, month (1–12) and date, or null where there is no such day. */
export function dayFrom(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger) || year < 1800 || year > 2200) return null;
  const made = new Date(Date.UTC(year, month - 1, date));
  const isReal = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return isReal ? `${year}-${two(month)}-${two(date)}` : null;
}

function utcOfDay(day: Day): number {
  // What is counted on from a day may lie beyond the years that a person may type.
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || dayOfUtc(time) !== day) throw new RangeError(`Not a day: ${day}`);
  return time;
}

function dayOfUtc(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

/** What London's clocks show at a moment. */
export function londonClock(instant: Instant): LondonClock {
  const found: Record<string, number> = {};
  for (const part of london.formatToParts(toDate(instant))) {
    if (part.type !== "literal") found[part.type] = Number(part.value);
  }
  const { year = 0, month = 0, day: date = 0, hour = 0, minute = 0, second = 0 } = found;
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return { year, month, date, weekday, hour, minute, second };
}

/** The day it is in London at a moment. A date column, read as midnight UTC, gives its own day. */
export function londonDay(instant: Instant): Day {
  const clock = londonClock(instant);
  return `${clock.year}-${two(clock.month)}-${two(clock.date)}`;
}

/**
 * The moment when London's clocks show a time ("17:00", or "24:00" for the end of the day) on a day.
 * An hour that happens twice means its first; an hour that is skipped means one hour later.
 */
export function londonInstant(day: Day, time: string): Date {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 24 * 60)) throw new RangeError(`Not a time of day: ${time}`);
  const wall = utcOfDay(day) + minutes * MINUTE;
  for (const offset of [60 * MINUTE, 0]) {
    const candidate = new Date(wall - offset);
    const clock = londonClock(candidate);
    const shown = Date.UTC(clock.year, clock.month - 1, clock.date, clock.hour, clock.minute);
    if (shown === wall) return candidate;
  }
  return new Date(wall);
}

/** The first moment of a day in London. */
export function startOfLondonDay(day: Day): Date {
  return londonInstant(day, "00:00");
}

/** The moment a day in London is over: 24:00, which is the first moment of the next. */
export function endOfLondonDay(day: Day): Date {
  return startOfLondonDay(addDays(day, 1));
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayOfUtc(utcOfDay(day) + days * DAY);
}

/** The day so many months later, or the last day of that month where the date does not exist. */
export function addMonths(day: Day, months: number): Day {
  utcOfDay(day);
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return `${year}-${two(month + 1)}-${two(Math.min(Number(day.slice(8)), last))}`;
}

/** How many days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOfDay(to) - utcOfDay(from)) / DAY);
}

/** The day of the week, Sunday 0 to Saturday 6. */
export function weekdayOf(day: Day): number {
  return new Date(utcOfDay(day)).getUTCDay();
}

function toDay(value: Day | Instant): Day {
  return typeof value === "string" && isDay(value) ? value : londonDay(value);
}

function partsOf(value: Day | Instant) {
  const day = toDay(value);
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
  const weekday = WEEKDAYS[weekdayOf(day)] ?? "";
  return { day, year: day.slice(0, 4), month, weekday, date: String(Number(day.slice(8))) };
}

/** The time in London, as "16:40". */
export function timeOfDay(instant: Instant): string {
  const clock = londonClock(instant);
  return `${two(clock.hour)}:${two(clock.minute)}`;
}

/** A day in full, as "16 November 2026". */
export function longDay(value: Day | Instant): string {
  const { date, month, year } = partsOf(value);
  return `${date} ${month} ${year}`;
}

/** A day in full with its time, as "16 November 2026 at 16:40". */
export function longDayAndTime(instant: Instant): string {
  return `${longDay(londonDay(instant))} at ${timeOfDay(instant)}`;
}

/** The heading of a day's work, as "Wednesday 18 November". */
export function weekdayAndDay(value: Day | Instant): string {
  const { weekday, date, month } = partsOf(value);
  return `${weekday} ${date} ${month}`;
}

/** A day in brief, as "Mon 16 Nov", with the year when it is not the year of `now`. */
export function shortDay(value: Day | Instant, now: Instant): string {
  const { weekday, date, month, year } = partsOf(value);
  const words = `${weekday.slice(0, 3)} ${date} ${month.slice(0, 3)}`;
  return year === londonDay(now).slice(0, 4) ? words : `${words} ${year}`;
}

/** A moment in brief, as "Mon 16 Nov 16:40", with the year when it is not the year of `now`. */
export function dayAndTime(instant: Instant, now: Instant): string {
  return `${shortDay(londonDay(instant), now)} ${timeOfDay(instant)}`;
}

/** A moment in the margin of a log: "08:51" today, "Mon 16:40" in the six days before, else "16 Nov 16:40". */
export function logTime(instant: Instant, now: Instant): string {
  const today = londonDay(now);
  const { day, weekday, date, month, year } = partsOf(londonDay(instant));
  const age = daysBetween(day, today);
  const time = timeOfDay(instant);
  if (age === 0) return time;
  if (age > 0 && age < 7) return `${weekday.slice(0, 3)} ${time}`;
  const words = `${date} ${month.slice(0, 3)}`;
  return year === today.slice(0, 4) ? `${words} ${time}` : `${words} ${year} ${time}`;
}

/** When something happened, as "Sat 21 Nov 16:40"; from the stroke of midnight, which is how some time in a day is kept, the day alone. */
export function happenedWords(from: Instant, to: Instant | null, now: Instant): string {
  const day = londonDay(from);
  const isSomeTime = toDate(from).getTime() === startOfLondonDay(day).getTime();
  const begun = isSomeTime ? shortDay(day, now) : dayAndTime(from, now);
  if (!to) return begun;
  return isSomeTime && londonDay(to) === day ? `${begun}, by ${timeOfDay(to)}` : `${begun} to ${dayAndTime(to, now)}`;
}

/** A moment by its nearness, as "today 16:51", "yesterday 17:05", "tomorrow 10:00", else "Mon 16 Nov 17:05". */
export function nearDayAndTime(instant: Instant, now: Instant): string {
  const away = daysBetween(londonDay(now), londonDay(instant));
  const near = ({ "-1": "yesterday", "0": "today", "1": "tomorrow" } as Record<string, string>)[String(away)];
  return near ? `${near} ${timeOfDay(instant)}` : dayAndTime(instant, now);
}
