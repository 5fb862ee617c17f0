"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { sectionLabels } from "@/lib/assessments/labels";
import type { ScoredAssessment } from "@/lib/assessments/rules";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { QuestionField, type QuestionProps } from "./question-field";
import { ScoreTag } from "./score-so-far";
import { askedQuestions, hasAnswers, isAnswered } from "./value";

type QuestionStepsProps = Omit<QuestionProps, "question" | "large"> & {
  scored: ScoredAssessment;
  triggers: ReactNode;
  score: ReactNode;
  judgement: ReactNode;
  finish?: ReactNode;
  /** A question to go to: one that something is wrong with. -1 for none. */
  goTo: number;
};

/** One question at a time, for a phone on a doorstep: a large target for each answer, the colour so far and Next under the thumb. */
export function QuestionSteps({ scored, triggers, score, judgement, finish, goTo, ...rest }: QuestionStepsProps) {
  const questions = askedQuestions(rest.template);
  const steps = questions.length + (triggers ? 1 : 0) + 1;
  function firstUnanswered(): number {
    const found = questions.findIndex(({ key, scored: counts }) => counts !== false && !isAnswered(rest.value, key));
    return found === -1 ? steps - 1 : found;
  }
  const [step, setStep] = useState(firstUnanswered);
  const frame = useRef<HTMLDivElement>(null);
  const [sentTo, setSentTo] = useState(-1);
  if (goTo !== sentTo) {
    setSentTo(goTo);
    if (goTo >= 0) setStep(goTo);
  }
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const box = frame.current;
    (box?.querySelector<HTMLElement>("input:checked") ?? box?.querySelector<HTMLElement>("input, textarea, button"))?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "start" });
  }, [step]);

  function enter(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement) || step === steps - 1) return;
    event.preventDefault();
    setStep(step + 1);
  }
  const question = questions[step];
  const left = questions.filter(({ key, scored: counts }) => counts !== false && !isAnswered(rest.value, key)).length;
  const isLast = step === steps - 1;
  return (
    <div className="grid gap-card" onKeyDown={enter}>
      <div ref={frame} className="grid scroll-mt-18 grid-cols-[minmax(0,1fr)] gap-card">
        <Progress step={step} questions={questions.length} section={question ? sectionLabels[question.section] : isLast ? "The result" : "What overrides the score"} isAnsweredAt={(at) => isAnswered(rest.value, questions[at]!.key)} />
        {question ? (
          <div>
            {rest.template.subject === "victim" ? <p className="mb-1 text-note text-ink-soft">Read aloud</p> : null}
            <QuestionField key={question.key} {...rest} question={question} large />
          </div>
        ) : isLast ? (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-card">
            {score}
            {left > 0 ? (
              <Button onClick={() => setStep(firstUnanswered())}>
                {left === 1 ? "One question has no answer yet: go to it" : `${left} questions have no answer yet: go to the first`}
              </Button>
            ) : null}
            {judgement}
            {finish}
          </div>
        ) : (
          triggers
        )}
      </div>
      <div data-own-foot="" className="sticky bottom-0 z-10 -mx-card flex items-center justify-between gap-3 border-t border-line bg-surface px-card pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] print:hidden">
        <ScoreTag scored={scored} isFinal={isLast} hasAnswers={hasAnswers(rest.value)} />
        <div className="flex gap-2">
          {step > 0 ? <Button onClick={() => setStep(step - 1)}>Back</Button> : null}
          {isLast ? null : (
            <Button look="primary" size="large" onClick={() => setStep(step + 1)}>
              Next
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

type ProgressProps = { step: number; questions: number; section: string; isAnsweredAt: (at: number) => boolean };

function Progress({ step, questions, section, isAnsweredAt }: ProgressProps) {
  return (
    <div className="flex items-center justify-between gap-3 text-note text-ink-soft">
      <p>{step < questions ? `Question ${step + 1} of ${questions} · ${section}` : section}</p>
      <p aria-hidden="true" className="flex shrink-0 gap-px">
        {Array.from({ length: questions }, (_, at) => (
          <span key={at} className={classNames("size-2.5 rounded-full border", at === step ? "border-act bg-act" : isAnsweredAt(at) ? "border-ink-soft bg-ink-soft" : "border-line-strong")} />
        ))}
      </p>
    </div>
  );
}
