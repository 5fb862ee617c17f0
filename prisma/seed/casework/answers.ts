import { scoreAssessment } from "../../../lib/assessments/rules";
import { templatesFileSchema, type Answers } from "../../../lib/assessments/schema";
import { ragRank } from "../../../lib/clocks/rules";
import type { Rag } from "../../../lib/clocks/schema";
import templates from "../data/risk-templates.json";
import type { Chance } from "./chance";

const file = templatesFileSchema.parse(templates);

function templateOf(key: "VRA" | "PCI") {
  return file.templates.find((template) => template.key === key)!;
}

/** Every question that counts, at its least answer but for those named. */
export function wholeAnswers(key: "VRA" | "PCI", named: Answers): Answers {
  const asked = templateOf(key).questions.filter((question) => question.computed === undefined && question.scored !== false);
  return {
    ...Object.fromEntries(asked.map((question) => {
      const least = question.options.reduce((lowest, option) => (option[2] < lowest[2] ? option : lowest))[0];
      return [question.key, question.type === "many" ? [least] : least];
    })),
    ...named,
  };
}

/** The answers of a worked example, whole. */
export function exampleAnswers(name: string): Answers {
  const example = file.examples.find((one) => one.name === name);
  if (!example) throw new Error(`There is no example ${name}`);
  return wholeAnswers(example.template as "VRA" | "PCI", example.answers);
}

/** The part of an assessment's answers that a screening asks first. */
export function screeningOf(answers: Answers): Answers {
  return Object.fromEntries(["H1", "H3", "V2", "V3", "I1"].flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])));
}

export type Sampled = { answers: Answers; score: number; isBorderline: boolean };

/** Answers that come to a colour, leaning that way question by question; those named stand. */
export function answersFor(chance: Chance, key: "VRA" | "PCI", wanted: Rag, named: Answers = {}): Sampled {
  const template = templateOf(key);
  const lean = [0.2, 0.5, 0.78][ragRank(wanted)]!;
  for (let tries = 0; tries < 400; tries += 1) {
    const sampled = Object.fromEntries(template.questions.filter((question) => question.computed === undefined && question.scored !== false).map((question) => {
      // Hate is rare, and said by whoever names it; it is never drawn.
      const offered = question.key === "V2" ? question.options.slice(0, 1) : question.options;
      const code = offered[drawn(chance, offered.length, lean)]![0];
      return [question.key, question.type === "many" ? [code] : code];
    }));
    const answers = { ...sampled, ...named };
    const { score, band, borderline } = scoreAssessment(template, answers);
    if (band === wanted) return { answers, score, isBorderline: borderline };
  }
  throw new Error(`No answers to ${key} came to ${wanted} with ${JSON.stringify(named)}`);
}

// Options stand from least to most: the lean says how far along the draw falls, give or take.
function drawn(chance: Chance, count: number, lean: number): number {
  const spread = lean + (chance.next() + chance.next() - 1) * 0.6;
  return Math.min(count - 1, Math.max(0, Math.floor(spread * count)));
}
