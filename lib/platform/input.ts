import type { z } from "zod";
import { InvalidInput } from "./errors";

/** Parses what was sent, strictly; each fault becomes a message at its field. */
export function parseInput<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  // No text in the database can hold it, and the driver would call that a fault of ours.
  if (/\\u0000/.test(JSON.stringify(raw) ?? "")) throw new InvalidInput([], "Remove the null character.");
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: wordsOf(issue) })));
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `Not part of this form: ${issue.keys.join(", ").slice(0, 120)}`;
  return issue.message;
}
