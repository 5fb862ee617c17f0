import { z } from "zod";
import type { Rag } from "@/lib/clocks/schema";
import { fullAssessmentReasons, ragAfterTriggers, scoreAssessment, type FullAssessmentReason } from "../../rules";
import { aboutQuestion } from "./labels";
import { factorsSchema, partialAnswersSchema, tickedTriggersSchema, type Answers, type Template } from "../../schema";

/** What a report keeps of its screening: answers, what called for more, and how urgent that makes it until it is assessed. */
export type Screening = { safeNow: string; answers: Answers; factors: string[]; reasons: FullAssessmentReason[]; startsAs: Rag; anonymousAffected: number; said: { about: string; answer: string }[] };

/** What a screening may answer: any question of the form, its factors, and the triggers that are ticked by hand. */
export function screeningSchema(template: Template) {
  return z.strictObject({ screeningAnswers: partialAnswersSchema(template), vulnerabilityFactors: factorsSchema(template), triggers: tickedTriggersSchema(template) });
}

/** The answers in the words that were shown, with what each is about: kept on the report, whatever becomes of the form. */
export function screeningWords(template: Template, answers: Answers): { about: string; answer: string }[] {
  return scoreAssessment(template, answers).breakdown.map(({ key, label }) => ({ about: aboutQuestion(key) || (template.questions.find((question) => question.key === key)?.text ?? key), answer: label }));
}

/** How urgent a report is before anything is assessed: red where a trigger says so or 999 was rung, amber where the full assessment is called for. */
export function startsAs(template: Template, answers: Answers, triggers: readonly string[], isInDanger: boolean): Rag {
  if (isInDanger) return "red";
  const floor = ragAfterTriggers("green", triggers, template.triggers).rag;
  if (floor !== "green") return floor;
  return fullAssessmentReasons(template, answers, triggers).length > 0 ? "amber" : "green";
}
