import { isDay, type Day } from "@/lib/format/dates";
import { parseDay } from "@/lib/format/typed-dates";

export type TypedDate = { date: string; month: string; year: string };

/** The three boxes for a value: an ISO day, or whatever was left half typed. */
export function typedFrom(value: string): TypedDate {
  const isWhole: boolean = isDay(value);
  if (isWhole) return { date: String(Number(value.slice(8))), month: String(Number(value.slice(5, 7))), year: value.slice(0, 4) };
  const [date = "", month = "", year = ""] = value.split("/");
  return { date, month, year };
}

function boxes(typed: TypedDate): [string, string, string] {
  return [typed.date.trim(), typed.month.trim(), typed.year.trim()];
}

/**
 * What the form holds: the ISO day once it is one, nothing when all boxes are empty, and otherwise the words as typed,
 * so that the server refuses a half-typed date instead of taking it for no date.
 */
export function valueFrom(typed: TypedDate, today: Day): string {
  const parts = boxes(typed);
  if (parts.every((part) => part === "")) return "";
  return (parts.every((part) => part !== "") && parseDay(parts.join(" "), today)) || parts.join("/");
}

/** What is wrong with the boxes as they stand, or null. Empty boxes are not wrong: whether a date is needed is the form's to say. */
export function problemWith(typed: TypedDate, today: Day): string | null {
  const parts = boxes(typed);
  const named = ["a day", "a month", "a year"].filter((_, index) => parts[index] === "");
  if (named.length === 3) return null;
  if (named.length > 0) return `The date must have ${named.join(" and ")}`;
  return parseDay(parts.join(" "), today) ? null : "Enter a real date, like 18 11 2026";
}
