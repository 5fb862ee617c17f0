import { z } from "zod";

// Not seen by a reader, but able to break a line, a sort or a match: controls, and marks that reverse the direction of writing.
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text as it is stored: one kind of line end, no unseen characters, no space at the ends of lines or of the whole. */
export function normaliseText(typed: string): string {
  return typed
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(UNSEEN, "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/[^\S\n]+\n/g, "\n")
    .trim();
}

/** One line as it is stored: normalised, and every run of space a single one. */
export function normaliseLine(typed: string): string {
  return normaliseText(typed).replace(/\s+/g, " ");
}

type Wanted = { max: number; ask: string; what: string };
type Allowed = { max: number; what: string };

const tooLong = ({ max, what }: Allowed) => `${what} must be ${max.toLocaleString("en-GB")} characters or fewer`;

/** Text of several lines that must be there. `ask` is the instruction when it is not; `what` begins the one about length. */
export function text({ max, ask, what }: Wanted) {
  return z.string({ error: ask }).overwrite(normaliseText).min(1, ask).max(max, tooLong({ max, what }));
}

/** Text of several lines that may be left out; empty when it is. */
export function optionalText({ max, what }: Allowed) {
  return z.string({ error: `${what} must be text` }).overwrite(normaliseText).max(max, tooLong({ max, what })).default("");
}

/** One line of text that must be there. */
export function line({ max, ask, what }: Wanted) {
  return z.string({ error: ask }).overwrite(normaliseLine).min(1, ask).max(max, tooLong({ max, what }));
}

/** One line of text that may be left out; empty when it is. */
export function optionalLine({ max, what }: Allowed) {
  return z.string({ error: `${what} must be text` }).overwrite(normaliseLine).max(max, tooLong({ max, what })).default("");
}

/** Words in a row, as "A", "A and B" or "A, B and C". */
export function listWords(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}

/** Short sayings as sentences in a row, each ended once; one that another holds already is left out. */
export function sentences(sayings: readonly string[]): string {
  const bare = [...new Set(sayings.map((saying) => saying.trim().replace(/[.\s]+$/, "")).filter(Boolean))];
  const said = bare.filter((saying) => !bare.some((other) => other !== saying && other.toLowerCase().includes(saying.toLowerCase())));
  return said.map((saying) => (/[!?]$/.test(saying) ? saying : `${saying}.`)).join(" ");
}

/** The sentence with its first letter large. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words with a full stop where they end without a mark of their own. */
export function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
