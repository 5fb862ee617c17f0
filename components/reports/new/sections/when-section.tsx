"use client";

import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { QuestionField } from "@/components/assessments/form/question-field";
import type { WhenAnswer } from "../value";
import type { SectionProps } from "./section-props";

const answers: { value: Exclude<WhenAnswer, "">; label: string }[] = [
  { value: "now", label: "It is happening now" },
  { value: "today", label: "Earlier today" },
  { value: "yesterday", label: "Yesterday or last night" },
  { value: "other", label: "Another time" },
];

/** When it happened, and how often it does: the first screening question, asked once. */
export function WhenSection({ draft, view, put }: SectionProps) {
  const frequency = view.victimTemplate.questions.find(({ key }) => key === "H1");
  return (
    <>
      <RadioPills name={draft.when === "other" ? "when" : "happenedFrom"} label="When did it happen?" choices={answers} value={draft.when || null} onChange={(when) => put({ when, whenAt: new Date().toISOString() })} />
      {draft.when === "other" ? <DateTimeInput name="happenedFrom" label="Day and time" hint="The nearest you can say." value={draft.happenedFrom} onChange={(happenedFrom) => put({ happenedFrom })} quick={false} /> : null}
      {frequency && !draft.nobodyNamed ? (
        <QuestionField template={view.victimTemplate} question={frequency} value={draft.assessment} onChange={(assessment) => put({ assessment })} prefix="assessment." />
      ) : null}
    </>
  );
}
