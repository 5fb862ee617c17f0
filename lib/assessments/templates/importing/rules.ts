import type { z } from "zod";
import { faultsIn } from "../../faults/rules";
import { templateShape, type Template } from "../../schema";
import { stayingFaults } from "../staying/rules";
import { testCaseSchema, type TestCase } from "../testing/schema";
import { placeWords, issueWords } from "./labels";

/** Something wrong in a form: where it stands, in words and as a path, and what to do about it. */
export type Mistake = { path: string; where: string; what: string };
export type ReadForm = { template: Template | null; testCases: TestCase[]; mistakes: Mistake[] };

type Raw = Record<string, unknown>;
const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

function shapeMistakes(error: z.ZodError | undefined, raw: unknown, root: string): Mistake[] {
  return (error?.issues ?? []).flatMap((issue) => issueWords(issue, raw).map(({ path, what }) => ({ path: [root, ...path].filter((part) => part !== "").map(String).join("."), where: placeWords(path, raw, root), what })));
}

/** What contradicts itself in a form of the right shape, or has lost what the rest of Hereward turns on. */
export function mistakesOf(template: Template): Mistake[] {
  return [...faultsIn(template), ...stayingFaults(template)].map(({ path, message }) => ({ path: path.join("."), where: placeWords(path, template, ""), what: message }));
}

/** Reads a form and its tests from what was sent. Every mistake is named at once: those of the shape, and of what is whole the contradictions. */
export function readForm(definition: unknown, testCases: unknown): ReadForm {
  const form = templateShape.safeParse(definition);
  const cases = testCaseSchema.array().max(100).safeParse(testCases);
  const inWhole = form.success ? mistakesOf(form.data) : isObject(definition) ? partlyWhole(definition) : [];
  return {
    template: form.success ? form.data : null, testCases: cases.success ? cases.data : [],
    mistakes: [...shapeMistakes(form.error, definition, ""), ...inWhole, ...shapeMistakes(cases.error, testCases, "tests")],
  };
}

/** Contradictions in those parts of a form that have the right shape, so that one typing mistake hides no other. */
function partlyWhole(raw: Raw): Mistake[] {
  const whole = Object.fromEntries(Object.entries(templateShape.shape).flatMap(([name, part]) => {
    const read = part.safeParse(raw[name]);
    return read.success ? [[name, read.data]] : [];
  })) as Partial<Template>;
  return faultsIn(whole).map(({ path, message }) => ({ path: path.join("."), where: placeWords(path, raw, ""), what: message }));
}

const sentence = (message: string) => message.replace(/ in JSON at position.*$/, "").replace(/^Unexpected token (.).*$/, "There is a $1 that does not belong here").replace(/^Expected /, "Here should stand ").replace(/^Unexpected end.*$/, "The text ends too early").replace(/^Bad control.*$/, "A line ends inside quotation marks");

/** Where JSON breaks off, as its line. */
function brokenAt(text: string, error: unknown): Mistake {
  const message = error instanceof Error ? error.message : "";
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? (message.includes("end of JSON") ? text.length : NaN));
  const where = Number.isNaN(position) ? "The whole text" : `Line ${text.slice(0, position).split("\n").length}`;
  return { path: "text", where, what: `This is not JSON. ${sentence(message)}` };
}

/** Reads a file as it is exported: a form with its tests, or a form alone. */
export function readFile(text: string): ReadForm & { hasTests: boolean } {
  const none = { template: null, testCases: [], hasTests: false };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ...none, mistakes: [brokenAt(text, error)] };
  }
  if (!isObject(raw)) return { ...none, mistakes: [{ path: "text", where: "The whole text", what: "This is not a form: it must begin with { and end with }" }] };
  const isWrapped = "template" in raw;
  const unknown = isWrapped ? Object.keys(raw).filter((key) => !["template", "tests"].includes(key)) : [];
  const read = readForm(isWrapped ? raw.template : raw, isWrapped ? (raw.tests ?? []) : []);
  return { ...read, hasTests: isWrapped && "tests" in raw, mistakes: [...unknown.map((key) => ({ path: key, where: "The whole text", what: `${key} does not belong to a form` })), ...read.mistakes] };
}
