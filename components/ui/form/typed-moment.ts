import { isDay, londonDay, londonInstant, timeOfDay, type Day } from "@/lib/format/dates";
import { parseTime } from "@/lib/format/typed-dates";
import { problemWith, typedFrom, valueFrom, type TypedDate } from "./typed-date";

export type TypedMoment = { typed: TypedDate; time: string };

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value));
}

/** The boxes for a value: a moment as ISO text, shown as London's clocks show it, or what was half typed. */
export function typedMomentFrom(value: string): TypedMoment {
  if (isInstant(value)) return { typed: typedFrom(londonDay(value)), time: timeOfDay(value) };
  const [date = "", time = ""] = value.split("@");
  return { typed: typedFrom(date), time };
}

/** The moment as ISO text in UTC, nothing when all is empty, and otherwise what was typed, for the server to refuse. */
export function momentFrom({ typed, time }: TypedMoment, today: Day): string {
  const date = valueFrom(typed, today);
  if (date === "" && time.trim() === "") return "";
  const clock = parseTime(time);
  return isDay(date) && clock ? londonInstant(date, clock).toISOString() : `${date}@${time.trim()}`;
}

/** What is wrong with the boxes as they stand, or null. */
export function problemWithMoment({ typed, time }: TypedMoment, today: Day): string | null {
  const date = valueFrom(typed, today);
  if (date === "" && time.trim() === "") return null;
  if (date === "") return "The date must have a day, a month and a year";
  const problem = problemWith(typed, today);
  if (problem) return problem;
  if (time.trim() === "") return "Enter a time, like 16:40";
  return parseTime(time) ? null : "Enter a real time, like 16:40";
}
