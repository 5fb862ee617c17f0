import { scoreAssessment, type AssessmentContext, type ScoredAssessment } from "@/lib/assessments/rules";
import { ALONE, askedQuestions, type Answers, type Judgement, type Question, type Template } from "@/lib/assessments/schema";
import type { Rag } from "@/lib/clocks/schema";

/** What an assessment form holds while it is filled in. */
export type AssessmentValue = {
  answers: Answers;
  factors: string[];
  confirmedTriggers: string[];
  judgement: { rag: Rag | ""; reason: string };
};

export const emptyAssessment: AssessmentValue = { answers: {}, factors: [], confirmedTriggers: [], judgement: { rag: "", reason: "" } };

/** What the answers were last time, in words, to stand beside the questions. */
export type PreviousAnswers = { atWords: string; answers: Record<string, string> };

/** The part of a request that the form fills in. */
export function filledIn({ judgement, ...rest }: AssessmentValue): Omit<AssessmentValue, "judgement"> & { judgement: Judgement | null } {
  return { ...rest, judgement: judgement.rag && judgement.reason.trim() ? { rag: judgement.rag, reason: judgement.reason } : judgement.rag || judgement.reason ? { rag: (judgement.rag || undefined) as Rag, reason: judgement.reason } : null };
}

/** A draft made into a value again: answers that the template no longer has are left out. */
export function fromDraft(template: Template, draft: Partial<AssessmentValue> | null | undefined): AssessmentValue {
  const kept = Object.entries(draft?.answers ?? {}).filter(([key, answer]) => {
    const question = template.questions.find((candidate) => candidate.key === key);
    const codes = [...(question?.options ?? []).map(([code]) => code), ...template.unknown_answers.map(([code]) => code)];
    return question !== undefined && [answer].flat().every((code) => codes.includes(code));
  });
  const triggers = template.triggers.filter(({ computed }) => !computed).map(({ key }) => key);
  return {
    answers: Object.fromEntries(kept),
    factors: (draft?.factors ?? []).filter((factor) => template.vulnerability_factors?.some(([code]) => code === factor)),
    confirmedTriggers: (draft?.confirmedTriggers ?? []).filter((key) => triggers.includes(key)),
    judgement: { rag: draft?.judgement?.rag ?? "", reason: draft?.judgement?.reason ?? "" },
  };
}

export function isAnswered(value: AssessmentValue, key: string): boolean {
  const answer = value.answers[key];
  return answer !== undefined && answer.length > 0;
}

/** Whether anything is answered or ticked yet: before that there is no colour to show. */
export function hasAnswers(value: AssessmentValue): boolean {
  return value.confirmedTriggers.length > 0 || Object.keys(value.answers).some((key) => isAnswered(value, key));
}

/** The colour so far. */
export function scoreSoFar(template: Template, value: AssessmentValue, context: AssessmentContext): ScoredAssessment {
  return scoreAssessment(template, value.answers, { ...context, confirmedTriggers: value.confirmedTriggers });
}

/** The answer to a question that takes several, after a change: "nobody" and unknown answers stand alone. */
export function withSeveral(template: Template, before: string | string[] | undefined, chosen: string[]): string | string[] {
  const unknown = chosen.find((code) => template.unknown_answers.some(([name]) => name === code));
  if (unknown) return unknown;
  const had = [before ?? []].flat();
  const added = chosen.find((code) => !had.includes(code));
  if (added && ALONE.includes(added)) return [added];
  return chosen.filter((code) => !ALONE.includes(code) || chosen.length === 1);
}

/** Where the form's fields stand in a list of errors: the first question that one of them is about. */
export function firstQuestionWithError(questions: readonly Question[], paths: readonly string[], prefix: string): number {
  return questions.findIndex(({ key }) => paths.includes(`${prefix}answers.${key}`));
}

export { askedQuestions };
