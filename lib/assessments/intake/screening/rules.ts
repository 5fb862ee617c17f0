import { z } from "zod";
import type { Rag } from "@/lib/clocks/schema";
import { fullAssessmentReasons, ragAfterTriggers, type FullAssessmentReason } from "../../rules";
import { factorsSchema, partialAnswersSchema, tickedTriggersSchema, type Answers, type Template } from "../../schema";

/** What a report keeps of its screening: answers, what called for more, and how urgent that makes it until it is assessed. */
export type Screening = { safeNow: string; answers: Answers; factors: string[]; reasons: FullAssessmentReason[]; startsAs: Rag; anonymousAffected: number };

/** What a screening may answer: any question of the form, its factors, and the triggers that are ticked by hand. */
export function screeningSchema(template: Template) {
  return z.strictObject({ screeningAnswers: partialAnswersSchema(template), vulnerabilityFactors: factorsSchema(template), triggers: tickedTriggersSchema(template) });
}

/** How urgent a report is before anything is assessed: red where a trigger says so or 999 was rung, amber where the full assessment is called for. */
export function startsAs(template: Template, answers: Answers, triggers: readonly string[], isInDanger: boolean): Rag {
  if (isInDanger) return "red";
  const floor = ragAfterTriggers("green", triggers, template.triggers).rag;
  if (floor !== "green") return floor;
  return fullAssessmentReasons(template, answers, triggers).length > 0 ? "amber" : "green";
}
