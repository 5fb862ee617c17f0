"use client";

import type { Question, Template } from "@/lib/assessments/schema";
import type { Choice } from "@/components/ui/form/choice";
import { CheckboxGroup } from "@/components/ui/form/checkbox";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { withSeveral, type AssessmentValue, type PreviousAnswers } from "./value";

export type QuestionProps = {
  template: Template;
  question: Question;
  value: AssessmentValue;
  onChange: (next: AssessmentValue) => void;
  previous?: PreviousAnswers | null;
  /** What stands before each field's name, where the form is part of a larger one: "assessment.". */
  prefix: string;
  /** One question on a phone: answers as rows for thumbs, the question as words to read out. */
  large?: boolean;
};

/** One question, its answers, what else it asks, and last time's answer beside it. */
export function QuestionField({ large, previous, ...rest }: QuestionProps) {
  const last = previous?.answers[rest.question.key];
  return (
    <div className={large ? "grid gap-card" : last ? "grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_13rem]" : "grid"}>
      <div className="grid min-w-0 gap-3">
        {rest.question.read_aloud ? <p className="border-s-4 border-line ps-3 text-lead">“{rest.question.read_aloud}”</p> : null}
        <Answers {...rest} large={large} />
        <Factors {...rest} large={large} />
      </div>
      {last && previous ? (
        <div className={large ? "rounded-control border border-line bg-surface-quiet px-3 py-2.5" : "text-note md:border-s md:border-line md:ps-3"}>
          <p className="text-note text-ink-soft">Last time, {previous.atWords}</p>
          <p className="font-semibold">{last}</p>
        </div>
      ) : null}
    </div>
  );
}

function Answers({ template, question, value, onChange, prefix, large }: QuestionProps) {
  const choices: Choice[] = [
    ...question.options.map(([code, label]) => ({ value: code, label })),
    ...template.unknown_answers.map(([code, label]) => ({ value: code, label, quiet: true })),
  ];
  const put = (answer: string | string[]) => onChange({ ...value, answers: { ...value.answers, [question.key]: answer } });
  const words = {
    name: `${prefix}answers.${question.key}`,
    label: question.text,
    choices,
    asQuestion: large,
    layout: large ? "rows" as const : "pills" as const,
    optional: question.scored === false,
  };
  const answer = value.answers[question.key];
  if (question.type === "one") return <RadioPills {...words} value={typeof answer === "string" ? answer : null} onChange={put} />;
  return (
    <CheckboxGroup
      {...words}
      hint="Choose all that apply."
      value={[answer ?? []].flat()}
      onChange={(chosen) => put(withSeveral(template, answer, chosen))}
    />
  );
}

function Factors({ template, question, value, onChange, prefix, large }: QuestionProps) {
  if (!question.followup || value.answers[question.key] !== "yes") return null;
  return (
    <div className="border-s-4 border-act-line ps-3">
      <CheckboxGroup
        name={`${prefix}factors`}
        label="What is it? Choose all that they tell you"
        hint="These do not change the score. They say who could help."
        layout={large ? "rows" : "pills"}
        choices={(template.vulnerability_factors ?? []).map(([code, label]) => ({ value: code, label }))}
        value={value.factors}
        onChange={(factors) => onChange({ ...value, factors })}
      />
    </div>
  );
}
