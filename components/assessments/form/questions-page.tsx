"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { sectionLabels } from "@/lib/assessments/labels";
import type { Question } from "@/lib/assessments/schema";
import { Card } from "@/components/ui/layout/card";
import { QuestionField, type QuestionProps } from "./question-field";
import { askedQuestions } from "./value";

type QuestionsPageProps = Omit<QuestionProps, "question" | "large"> & {
  triggers: ReactNode;
  score: ReactNode;
  judgement: ReactNode;
  /** What comes after: how it was asked, and the button that saves. */
  finish?: ReactNode;
};

/** Enter goes to the next question, and never saves by accident; Tab goes on by itself and the arrows choose, as the browser means them to. */
function toNextQuestion(event: KeyboardEvent<HTMLElement>) {
  const input = event.target;
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  const questions = [...event.currentTarget.querySelectorAll("fieldset")].filter((question) => question.checkVisibility());
  const next = questions[questions.findIndex((question) => question.contains(input)) + 1];
  const control = next ? next.querySelector<HTMLElement>("input:checked") ?? next.querySelector<HTMLElement>("input, textarea") : event.currentTarget.querySelector<HTMLElement>("button[type=submit]");
  control?.focus();
}

/** All questions on one page, for a desk: by section, with the colour so far in sight. */
export function QuestionsPage({ triggers, score, judgement, finish, ...rest }: QuestionsPageProps) {
  const questions = askedQuestions(rest.template);
  const sections = [...new Set(questions.map(({ section }) => section))];
  return (
    <div className="grid items-start gap-card lg:grid-cols-[minmax(0,1fr)_17rem]" onKeyDown={toNextQuestion}>
      <div className="grid min-w-0 gap-stack">
        {sections.map((section) => (
          <Card key={section} title={sectionLabels[section]} aside={rest.template.subject === "victim" ? "Read aloud" : undefined}>
            <ol className="grid gap-5">
              {questions.filter((question) => question.section === section).map((question: Question) => (
                <li key={question.key} className="scroll-mt-18">
                  <QuestionField {...rest} question={question} />
                </li>
              ))}
            </ol>
          </Card>
        ))}
        {triggers ? <Card title="What overrides the score">{triggers}</Card> : null}
        {judgement ? <Card title="Your judgement">{judgement}</Card> : null}
        {finish}
      </div>
      <aside aria-label="The colour so far" className="sticky bottom-14 z-10 lg:top-18 lg:bottom-auto">
        <Card title="So far" className="shadow-raised lg:shadow-none">{score}</Card>
      </aside>
    </div>
  );
}
