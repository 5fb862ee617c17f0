import { ragRank, worstRag } from "@/lib/clocks/rules";
import type { Rag } from "@/lib/clocks/schema";
import { judged } from "../case-rag/labels";
import type { ScoredAssessment } from "../rules";
import type { Answers, Judgement, Template } from "../schema";
import type { PinnedLine } from "./schema";

/** The breakdown as it is pinned: each question and answer in the words that were shown. */
export function pinnedBreakdown(template: Template, answers: Answers, scored: ScoredAssessment): PinnedLine[] {
  const unknown = template.unknown_answers.map(([code]) => code);
  return scored.breakdown.map(({ key, label, points }) => {
    const question = template.questions.find((candidate) => candidate.key === key)!;
    return {
      key, label, points, section: question.section, question: question.text,
      counts: question.scored !== false,
      isUnknown: [answers[key] ?? []].flat().some((code) => unknown.includes(code)),
    };
  });
}

/** Why a judgement is missing or not allowed: asked on the border, and only ever upwards. Null when all is well. */
export function judgementRefusal(scored: Pick<ScoredAssessment, "rag" | "borderline">, judgement: Judgement | null): "judgement-needed" | "judgement-lower" | null {
  if (!judgement) return scored.borderline ? "judgement-needed" : null;
  return ragRank(judgement.rag) < ragRank(scored.rag) ? "judgement-lower" : null;
}

/** The colour of an assessment after triggers and judgement. */
export function judgedRag(rag: Rag, judgement: Judgement | null): Rag {
  return judgement ? worstRag(rag, judgement.rag) : rag;
}

/** What raised a stored assessment above its score's colour: the assessor's judgement, else the first of its triggers that reaches so far. */
export function raisedAbove(
  stored: { band: Rag; rag: Rag; judgementRag: Rag | null; triggers: readonly string[] },
  floors: readonly { key: string; min_rag: Rag }[],
): string | null {
  if (stored.rag === stored.band) return null;
  const trigger = [...stored.triggers].sort().find((key) => floors.find((floor) => floor.key === key)?.min_rag === stored.rag);
  return trigger ?? (stored.judgementRag ? judged : null);
}
