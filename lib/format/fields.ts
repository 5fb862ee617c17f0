import { z } from "zod";
import { type Day, isDay } from "./dates";

/** Something wrong with one field, found by a rule that no schema can hold; `path` leads to the field. */
export type FieldProblem = { path: (string | number)[]; message: string };

/** The id of a record. */
export function id(ask: string) {
  return z.uuid({ error: ask });
}

/** The version of a record that was on the screen when it was changed. */
export function version() {
  const ask = "Open the page again: it has lost count of changes";
  return z.int({ error: ask }).min(1, ask).max(2_147_483_647, ask);
}

/** A calendar day that exists, as "2026-11-18". */
export function day(ask: string) {
  return z.string({ error: ask }).refine(isDay, { error: "Enter a real date, like 18 11 2026" });
}

/** A time of day on a London clock, as "17:00". */
export function time(ask: string) {
  return z.string({ error: ask }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a real time, like 17:00");
}

// Well inside the days that can be reckoned with: one moment outside them would break every page that shows it.
function isInReckoning(words: string): boolean {
  const year = new Date(words).getUTCFullYear();
  // What is no moment at all has been told so already.
  return Number.isNaN(year) || (year >= 1850 && year <= 2150);
}

/** A moment of these centuries, sent as ISO text with its zone, received as a Date. */
export function instant(ask: string) {
  return z.iso.datetime({ offset: true, error: ask }).refine(isInReckoning, { error: ask }).transform((words) => new Date(words));
}

/** Refuses the same thing named twice. */
export function distinct<Item extends string>(items: readonly Item[]): boolean {
  return new Set(items).size === items.length;
}

/** A calendar day that may be left out or left empty; null when it is. */
export function optionalDay() {
  return z.string({ error: "Enter a real date, like 18 11 2026" }).trim()
    .refine((words) => words === "" || isDay(words), { error: "Enter a real date, like 18 11 2026" })
    .default("")
    .transform((words): Day | null => (words === "" ? null : words));
}
