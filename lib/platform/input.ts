import type { z } from "zod";
import { InvalidInput } from "./errors";

/** Parses what was sent, strictly; each fault becomes a message at its field. */
export function parseInput<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  if (holdsUnkeepable(raw)) throw new InvalidInput([], "One of the answers holds a character that cannot be kept. Take it out, or type it again.");
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: wordsOf(issue) })));
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `Not part of this form: ${issue.keys.join(", ").slice(0, 120)}`;
  return issue.message;
}

// A null character or half of a pair: no text in the database can hold it, and the driver would call that a fault of ours.
const unkeepable = /[\0\p{Surrogate}]/u;

function holdsUnkeepable(raw: unknown): boolean {
  if (typeof raw === "string") return unkeepable.test(raw);
  if (typeof raw !== "object" || raw === null) return false;
  return Object.entries(raw).some(([name, value]) => unkeepable.test(name) || holdsUnkeepable(value));
}
