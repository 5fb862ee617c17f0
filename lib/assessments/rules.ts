import { ragRank, worstRag } from "@/lib/clocks/rules";
import type { Rag } from "@/lib/clocks/schema";
import type { Answers, Flag, Question, Template, TriggerDefinition } from "./schema";

/** What is known beside the answers. Counts and ratings take in the report in hand. */
export type AssessmentContext = {
  /** Triggers that the assessor ticked. */
  confirmedTriggers?: readonly string[];
  /** Whether a victim's latest assessment on the case is red: the computed answer to C3. */
  isVictimRatedHigh?: boolean;
  /** Reports in three months by the same person or at the same address. */
  reportsInThreeMonths?: number;
  /** Whether the victim was rated High in the last twelve months and is reporting again. */
  wasRatedHighInLastYear?: boolean;
  /** Whether the behaviour reported includes threats, violence or damage. */
  hasThreatViolenceOrDamage?: boolean;
};

/** One question's part in a score, with the words that were chosen. */
export type BreakdownLine = { key: string; points: number; label: string };

/** What answers come to. */
export type ScoredAssessment = {
  score: number;
  breakdown: BreakdownLine[];
  /** The colour of the score alone. */
  band: Rag;
  bandLabel: string;
  /** The colour after triggers. */
  rag: Rag;
  /** The trigger that raised the colour above the score's; null when none did. */
  raisedBy: string | null;
  /** Questions answered "don't know" or "rather not say". */
  unknownCount: number;
  /** More than three unknown answers: to be asked again within two working days. */
  incomplete: boolean;
  /** The higher colour that the score nearly reached and no trigger gave it: judgement is asked in the same save. */
  borderlineTo: Rag | null;
  borderline: boolean;
  /** Questions that count and have no answer yet. */
  unanswered: string[];
  flags: Flag[];
  computedTriggers: string[];
  /** Triggers to put to the assessor, who decides. */
  suggestedTriggers: string[];
};

/** More unknown answers than this make an assessment incomplete. */
export const unknownsAllowed = 3;

/** Working days within which an incomplete assessment is asked again. */
export const daysToAskAgain = 2;

/** Reports in three months that make a repeat victim or address. */
export const repeatReports = 3;

function isUnknown(template: Template, answer: string | string[]): boolean {
  const given = Array.isArray(answer) ? answer : [answer];
  return given.some((code) => template.unknown_answers.some(([unknown]) => unknown === code));
}

function hasAnswer(answer: string | string[] | undefined): answer is string | string[] {
  return answer !== undefined && answer.length > 0;
}

/** The answers with the computed ones found and any other answer to a computed question left out. */
function withComputed(template: Template, answers: Answers, context: AssessmentContext): Answers {
  const all: Answers = {};
  for (const question of template.questions) {
    const given = question.computed === undefined ? answers[question.key] : (context.isVictimRatedHigh ? "yes" : "no");
    if (hasAnswer(given)) all[question.key] = given;
  }
  return all;
}

function breakdownLine(template: Template, question: Question, answer: string | string[]): BreakdownLine {
  const given = Array.isArray(answer) ? answer : [answer];
  const chosen = given.map((code) => {
    const option = question.options.find(([name]) => name === code);
    const unknown = template.unknown_answers.find(([name]) => name === code);
    if (!option && !unknown) throw new RangeError(`${question.key} has no answer ${code}`);
    return { label: (option ?? unknown)?.[1] ?? "", points: option?.[2] ?? 0 };
  });
  const counts = question.scored !== false;
  return {
    key: question.key,
    points: counts ? Math.max(0, ...chosen.map(({ points }) => points)) : 0,
    label: chosen.map(({ label }) => label).join("; "),
  };
}

function flagsOf(template: Template, answers: Answers): Flag[] {
  return template.questions.flatMap((question) => {
    const given = [answers[question.key] ?? []].flat();
    return given.flatMap((code) => question.sets_flag_when?.[code] ?? []);
  });
}

const computedBy: Record<string, (answers: Answers, unknown: (key: string) => boolean, context: AssessmentContext) => boolean> = {
  T4: (answers, unknown) => answers.V2 === "yes"
    && (answers.H2 === "yes" || (answers.H1 !== undefined && answers.H1 !== "first" && !unknown("H1"))),
  T6: (_answers, _unknown, context) => (context.reportsInThreeMonths ?? 0) >= repeatReports,
  T7: (_answers, _unknown, context) => context.wasRatedHighInLastYear === true,
};

function computedTriggersOf(template: Template, answers: Answers, context: AssessmentContext): string[] {
  const unknown = (key: string) => isUnknown(template, answers[key] ?? []);
  return template.triggers
    .filter((trigger) => trigger.computed && computedBy[trigger.key]?.(answers, unknown, context))
    .map((trigger) => trigger.key);
}

// Being intimidated now is a threat being made, so it prompts the question; the assessor answers it.
function suggestedTriggersOf(template: Template, answers: Answers, context: AssessmentContext): string[] {
  const hasThreat = context.hasThreatViolenceOrDamage === true || answers.H5 === "current";
  return template.triggers
    .filter((trigger) => trigger.key === "T5" && trigger.suggested_when && answers.V2 === "yes" && hasThreat)
    .map((trigger) => trigger.key)
    .filter((key) => !context.confirmedTriggers?.includes(key));
}

/** The band of a score. */
export function bandOf(template: Template, score: number): Template["bands"][number] {
  const band = template.bands.find(({ min, max }) => score >= min && score <= max);
  if (!band) throw new RangeError(`${template.key} has no band for ${score}`);
  return band;
}

/** The colour once triggers have set its floor, and the trigger that raised it: the worst, the first of equals. */
export function ragAfterTriggers(
  band: Rag,
  triggers: readonly string[],
  definitions: readonly TriggerDefinition[],
): { rag: Rag; raisedBy: string | null } {
  const known = triggers.map((key) => {
    const definition = definitions.find((trigger) => trigger.key === key);
    if (!definition) throw new RangeError(`There is no trigger ${key}`);
    return definition;
  });
  const rag = worstRag(band, ...known.map(({ min_rag: floor }) => floor));
  const raising = known.filter(({ min_rag: floor }) => rag !== band && floor === rag).map(({ key }) => key).sort();
  return { rag, raisedBy: raising[0] ?? null };
}

function borderlineOf(template: Template, score: number, rag: Rag): Rag | null {
  const next = template.bands.find(({ min }) => score < min);
  if (!next || next.min - score > template.borderline_points) return null;
  return ragRank(next.rag) > ragRank(rag) ? next.rag : null;
}

/**
 * Scores answers by a template. Unknown answers count nothing and are counted; questions without an answer count
 * nothing and are named. Throws on an answer or a trigger that the template does not have.
 */
export function scoreAssessment(template: Template, answers: Answers, context: AssessmentContext = {}): ScoredAssessment {
  const all = withComputed(template, answers, context);
  const answered = template.questions.filter((question) => all[question.key] !== undefined);
  const breakdown = answered.map((question) => breakdownLine(template, question, all[question.key] ?? []));
  const score = breakdown.reduce((sum, line) => sum + line.points, 0);
  const band = bandOf(template, score);
  const computedTriggers = computedTriggersOf(template, all, context);
  const { rag, raisedBy } = ragAfterTriggers(
    band.rag, [...new Set([...(context.confirmedTriggers ?? []), ...computedTriggers])], template.triggers,
  );
  const unknownCount = answered.filter((question) => isUnknown(template, all[question.key] ?? [])).length;
  const borderlineTo = borderlineOf(template, score, rag);
  return {
    score, breakdown, band: band.rag, bandLabel: band.label, rag, raisedBy,
    unknownCount, incomplete: unknownCount > unknownsAllowed,
    borderlineTo, borderline: borderlineTo !== null,
    unanswered: template.questions.filter((question) => question.scored !== false && all[question.key] === undefined).map(({ key }) => key),
    flags: flagsOf(template, all),
    computedTriggers,
    suggestedTriggers: suggestedTriggersOf(template, all, context),
  };
}

/** The colour of behaviour without its victim question, which is all that the perpetrator's side may see of it. */
export function behaviourRag(template: Template, answers: Answers): Rag {
  return scoreAssessment(template, answers, { isVictimRatedHigh: false }).rag;
}

/** Why a screening leads to the full assessment. */
export type FullAssessmentReason = "trigger" | "hate" | "hate_query" | "extreme" | "three_high";

/** Why a screening leads to the full assessment in the same contact; no reasons when it need not. */
export function fullAssessmentReasons(
  template: Template,
  screening: Answers,
  triggers: readonly string[],
): FullAssessmentReason[] {
  if (!template.screening) return [];
  const high = Object.entries(template.screening.high_when)
    .filter(([key, codes]) => [screening[key] ?? []].flat().some((code) => codes.includes(code)));
  const holds: Record<FullAssessmentReason, boolean> = {
    trigger: triggers.length > 0,
    hate: screening.V2 === "yes",
    hate_query: screening.V2 === "unsure",
    extreme: screening.I1 === "extreme",
    three_high: high.length >= 3,
  };
  return (Object.keys(holds) as FullAssessmentReason[]).filter((reason) => holds[reason]);
}
