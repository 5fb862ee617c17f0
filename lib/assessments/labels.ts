import { ragLabels } from "@/lib/clocks/labels";
import type { Rag } from "@/lib/clocks/schema";
import { listWords } from "@/lib/format/text";
import type { FullAssessmentReason } from "./rules";
import type { AssessmentSource, Flag, Question } from "./schema";

export { ragLabels } from "@/lib/clocks/labels";

/** The heading of each part of an assessment. */
export const sectionLabels: Record<Question["section"], string> = {
  history: "History",
  vulnerability: "Vulnerability",
  support: "Support",
  impact: "Impact",
  behaviour: "Behaviour",
  community: "Community",
  response: "What has been tried",
  needs: "Needs",
};

export const flagLabels: Record<Flag, string> = {
  hate: "Hate",
  hate_query: "Hate not ruled out",
};

export const sourceLabels: Record<AssessmentSource, string> = {
  in_person: "In person",
  phone: "By phone",
  online: "Online",
  third_party: "From someone else",
  records: "From records",
};

/** A colour with its score, as "Amber 24", or "Amber 24, near red" on the border. */
export function ragAndScoreWords(assessed: { rag: Rag; score: number; borderlineTo: Rag | null }): string {
  const near = assessed.borderlineTo ? `, near ${ragLabels[assessed.borderlineTo].toLowerCase()}` : "";
  return `${ragLabels[assessed.rag]} ${assessed.score}${near}`;
}

/** Why the full assessment is asked now. */
export const fullAssessmentLabels: Record<FullAssessmentReason, string> = {
  trigger: "a trigger is ticked",
  hate: "it may be hate",
  hate_query: "hate is not ruled out",
  extreme: "the effect is extreme",
  three_high: "three or more answers are high",
};

/** The sentence that asks for the full assessment; empty when it is not needed. */
export function fullAssessmentWords(reasons: readonly FullAssessmentReason[]): string {
  if (reasons.length === 0) return "";
  return `Ask the full assessment now: ${listWords(reasons.map((reason) => fullAssessmentLabels[reason]))}.`;
}

/** What to do about unknown answers. */
export function unknownWords(unknownCount: number, incomplete: boolean): string {
  if (unknownCount === 0) return "";
  const count = `${unknownCount} ${unknownCount === 1 ? "answer" : "answers"} not known`;
  return incomplete ? `${count}: ask again within 2 working days` : count;
}
