"use client";

import { use } from "react";
import type { AssessmentContext } from "@/lib/assessments/rules";
import type { Template } from "@/lib/assessments/schema";
import { FormErrorsContext } from "@/components/ui/form/form-errors";
import type { ReactNode } from "react";
import { JudgementFields } from "./form/judgement-fields";
import { QuestionSteps } from "./form/question-steps";
import { QuestionsPage } from "./form/questions-page";
import { ScoreSoFar } from "./form/score-so-far";
import { TriggerPicker } from "./form/trigger-picker";
import { useNarrow } from "./form/use-narrow";
import { askedQuestions, firstQuestionWithError, scoreSoFar, type AssessmentValue, type PreviousAnswers } from "./form/value";

export type AssessmentFormProps = {
  template: Template;
  value: AssessmentValue;
  onChange: (next: AssessmentValue) => void;
  previous?: PreviousAnswers | null;
  /** What the server knows beside the answers: earlier reports and ratings, a victim rated High. */
  context?: AssessmentContext;
  /** "auto": all questions on one page at a desk, one at a time at 640 px and less. */
  mode?: "auto" | "page" | "steps";
  /** What stands before each field's name where this is part of a larger form: "assessment.". */
  prefix?: string;
  /** After the questions: how it was asked, and the button that saves. */
  finish?: ReactNode;
};

const nothingKnown: AssessmentContext = {};

/** A risk assessment to fill in, from any published template. Stands inside a Form, whose errors it shows by name. */
export function AssessmentForm({ template, value, onChange, previous, context = nothingKnown, mode = "auto", prefix = "", finish }: AssessmentFormProps) {
  const isNarrow = useNarrow();
  const { errors } = use(FormErrorsContext);
  const isInSteps = mode === "steps" || (mode === "auto" && isNarrow);
  const scored = scoreSoFar(template, value, context);
  const ticked = template.triggers.filter((trigger) => !trigger.computed);
  const parts = {
    template, value, onChange, previous, prefix, finish,
    triggers: ticked.length > 0 ? (
      <TriggerPicker
        name={`${prefix}confirmedTriggers`}
        triggers={ticked}
        suggested={scored.suggestedTriggers}
        value={value.confirmedTriggers}
        onChange={(confirmedTriggers) => onChange({ ...value, confirmedTriggers })}
        large={isInSteps}
      />
    ) : null,
    judgement: scored.rag === "red" ? null : <JudgementFields {...{ scored, value, onChange, prefix }} />,
    score: <ScoreSoFar {...{ template, scored, value }} />,
  };
  if (!isInSteps) return <QuestionsPage {...parts} />;
  const goTo = firstQuestionWithError(askedQuestions(template), errors.map(({ path }) => path), prefix);
  return <QuestionSteps {...parts} scored={scored} goTo={goTo} />;
}
