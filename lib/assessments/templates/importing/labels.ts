import type { z } from "zod";
import { capitalised, listWords } from "@/lib/format/text";

const partWords: Record<string, string> = {
  key: "key", version: "version", subject: "whom it is about", title: "title", bands: "bands", questions: "questions", triggers: "triggers", unknown_answers: "answers that say it is not known", screening: "screening",
  vulnerability_factors: "what makes somebody more at risk", borderline_points: "points near a higher colour", rag: "colour", label: "name", min: "first point", max: "last point", section: "part", text: "wording", read_aloud: "words to say aloud",
  type: "how it is answered", options: "answers", scored: "whether it is counted", score: "how several answers count", sets_flag_when: "marks of hate", followup: "what else it asks", computed: "how it is found", computed_as: "how it is found",
  min_rag: "colour", action: "what it starts", ends: "what ends it", suggested_when: "when it is suggested", high_when: "high answers", full_assessment_when: "when the full assessment is asked",
  name: "name", answers: "answers", confirmedTriggers: "ticked triggers", known: "what is known beside", expected: "what is expected", flags: "marks of hate", borderline: "near a higher colour",
};
const optionParts = ["code", "words", "points"];

/** What stands at a path; undefined where nothing does. */
export function standingAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), raw);
}

const named = (value: unknown) => (typeof value === "string" && value !== "" ? value : "");

/** Where something stands in a form, as a person would say it: "Question H4, answer 2 (sight), points". */
export function placeWords(path: PropertyKey[], raw: unknown, root: string): string {
  const parts = path.map((part) => (typeof part === "number" ? part : String(part)));
  const words: string[] = [];
  for (let n = 0; n < parts.length; n += 1) {
    const [part, next] = [parts[n]!, parts[n + 1]];
    const here = standingAt(raw, parts.slice(0, n + 2));
    const key = named((here as { key?: unknown } | undefined)?.key);
    if (part === "questions" && typeof next === "number" && n === 0) words.push(`Question ${key || next + 1}`);
    else if (part === "triggers" && typeof next === "number" && n === 0) words.push(`Trigger ${key || next + 1}`);
    else if (part === "bands" && typeof next === "number") words.push(`Band ${named((here as { rag?: unknown } | undefined)?.rag) || next + 1}`);
    else if (part === "options" && typeof next === "number") {
      const code = named(Array.isArray(here) ? here[0] : undefined);
      words.push(`answer ${next + 1}${code ? ` (${code})` : ""}`);
      const isPart = typeof parts[n + 2] === "number";
      if (isPart) words.push(optionParts[parts[n + 2] as number] ?? "");
      n += isPart ? 2 : 1;
    } else if (typeof part === "number") {
      words.push(root === "tests" && n === 0 ? `Test ${part + 1}${named((standingAt(raw, [part]) as { name?: unknown } | undefined)?.name) ? ` (${(standingAt(raw, [part]) as { name: string }).name})` : ""}` : `number ${part + 1}`);
      continue;
    } else words.push(partWords[part] ?? part);
    if (typeof next === "number" && ["questions", "triggers", "bands"].includes(part)) n += 1;
  }
  return capitalised(words.filter(Boolean).join(", ")) || (root === "tests" ? "The tests" : "The whole form");
}

const kinds: Record<string, string> = { string: "words", number: "a number", int: "a whole number", boolean: "true or false", array: "a list in [ ]", object: "a group in { }", record: "a group in { }", tuple: "a list in [ ]" };

const shapes: [RegExp, string][] = [
  [/\[A-Z\]\\d/, "Enter a letter and a number, like H6"], [/T\\d/, "Enter T and a number, like T8"], [/a-z_0-9/, "Enter a code in small letters, like most_days"], [/\[A-Z\]\{2,8\}/, "Enter the form's key: VRA or PCI"],
];

/** A fault of shape in plain words; an unknown name is a fault where it stands. */
export function issueWords(issue: z.core.$ZodIssue, raw: unknown): { path: PropertyKey[]; what: string }[] {
  const here = (what: string) => [{ path: issue.path, what }];
  if (issue.path.length > 0 && issue.code !== "unrecognized_keys" && standingAt(raw, issue.path) === undefined) return here("This is missing");
  switch (issue.code) {
    case "invalid_type": return here(`Here must stand ${kinds[issue.expected] ?? issue.expected}`);
    case "invalid_value": return here(`Choose ${listWords(issue.values.map(String), "or")}`);
    case "too_small": return here(issue.origin === "string" ? "Enter words" : issue.origin === "array" ? `At least ${issue.minimum} must stand here` : `Enter ${issue.minimum} or more`);
    case "too_big": return here(issue.origin === "string" ? `Enter at most ${issue.maximum} characters` : issue.origin === "array" ? `At most ${issue.maximum} may stand here` : `Enter ${issue.maximum} or less`);
    case "unrecognized_keys": return issue.keys.map((key) => ({ path: issue.path, what: `${key} does not belong here` }));
    case "invalid_format": return here(shapes.find(([pattern]) => pattern.test("pattern" in issue ? String(issue.pattern) : ""))?.[1] ?? "This does not have the right form");
    case "invalid_key": return here("This is no key of a question or an answer");
    case "invalid_union": return here("Here must stand the code of an answer, or a list of them");
    case "custom": return here(issue.message);
    default: return here("This does not fit");
  }
}
