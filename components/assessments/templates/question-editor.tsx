"use client";

import { sectionLabels } from "@/lib/assessments/labels";
import type { Question } from "@/lib/assessments/schema";
import { isKeptAnswer, whyKept } from "@/lib/assessments/templates/staying/rules";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { answeredBy, newCode, replaced } from "./editing";

type QuestionEditorProps = { formKey: string; question: Question; at: number; onChange: (next: Question) => void; onMove: (by: -1 | 1) => void; onTakeOut: () => void };

const sections = Object.entries(sectionLabels).map(([value, label]) => ({ value, label }));
const whole = (typed: string) => Number(typed.replace(/\D/g, "").slice(0, 3) || 0);

/** One question of a draft: its words, how it is answered, and what each answer counts. */
export function QuestionEditor({ formKey, question, at, onChange, onMove, onTakeOut }: QuestionEditorProps) {
  const field = (name: string) => `questions.${at}.${name}`;
  const kept = whyKept(formKey, question.key);
  const isCounted = question.scored !== false;
  return (
    <div className="grid gap-4">
      <TextArea name={field("text")} label="Question as it is written" rows={2} limit={400} value={question.text} onChange={(text) => onChange({ ...question, text })} />
      <TextArea name={field("read_aloud")} label="What to say aloud" hint="Only where it is not the question as it is written." optional rows={2} limit={400} value={question.read_aloud ?? ""} onChange={(typed) => { const { read_aloud: _before, ...rest } = question; onChange(typed ? { ...rest, read_aloud: typed } : rest); }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select name={field("section")} label="Part" options={sections} value={question.section} onChange={(section) => onChange({ ...question, section: section as Question["section"] })} />
        <Select name={field("type")} label="How it is answered" options={[{ value: "one", label: "One answer" }, { value: "many", label: "Several answers; the highest counts" }]} value={question.type} onChange={(type) => onChange(answeredBy(question, type as Question["type"], isCounted))} />
      </div>
      <Checkbox name={field("scored")} label="It counts in the score" checked={isCounted} onChange={(counts) => onChange(answeredBy(question, question.type, counts))} />
      <Answers {...{ formKey, question, at, onChange }} />
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
        <Button size="small" onClick={() => onMove(-1)}>Move up<VisuallyHidden> {question.key}</VisuallyHidden></Button>
        <Button size="small" onClick={() => onMove(1)}>Move down<VisuallyHidden> {question.key}</VisuallyHidden></Button>
        {kept ? <p className="text-note text-ink-soft">It stays: {kept}.</p> : <Button size="small" onClick={onTakeOut}>Take it out<VisuallyHidden> {question.key}</VisuallyHidden></Button>}
      </div>
    </div>
  );
}

function Answers({ formKey, question, at, onChange }: Pick<QuestionEditorProps, "formKey" | "question" | "at" | "onChange">) {
  const put = (options: Question["options"]) => onChange({ ...question, options });
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-bold">Answers, and what each counts</legend>
      {question.options.map(([code, words, points], n) => (
        <div key={code} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_auto_8rem]">
          <TextInput name={`questions.${at}.options.${n}.1`} label={`Answer ${n + 1} of ${question.key}`} hideLabel value={words} onChange={(typed) => put(replaced(question.options, n, [code, typed, points]))} />
          <TextInput name={`questions.${at}.options.${n}.2`} label={`Points for answer ${n + 1} of ${question.key}`} hideLabel size="tiny" inputMode="numeric" value={String(points)} onChange={(typed) => put(replaced(question.options, n, [code, words, whole(typed)]))} />
          <div className="col-span-2 flex min-h-control items-center sm:col-span-1">
            {isKeptAnswer(formKey, question.key, code) ? <span className="text-note text-ink-soft">It stays</span> : (
              <Button size="small" onClick={() => put(question.options.filter((_, other) => other !== n))}>Take out<VisuallyHidden> answer {n + 1} of {question.key}</VisuallyHidden></Button>
            )}
          </div>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => put([...question.options, [newCode(question), "", 0]])}>Add an answer<VisuallyHidden> to {question.key}</VisuallyHidden></Button>
      </div>
    </fieldset>
  );
}
