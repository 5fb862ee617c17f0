"use client";

import { useState } from "react";
import type { Template } from "@/lib/assessments/schema";
import { runTest } from "@/lib/assessments/templates/testing/rules";
import type { TestCase } from "@/lib/assessments/templates/testing/schema";
import { rags, type Rag } from "@/lib/clocks/schema";
import { ragLabels } from "@/lib/clocks/labels";
import { Button } from "@/components/ui/button";
import { Checkbox, CheckboxGroup } from "@/components/ui/form/checkbox";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { Card, Row, Rows } from "@/components/ui/layout/card";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { QuestionField } from "../form/question-field";
import { askedQuestions, emptyAssessment } from "../form/value";
import { replaced } from "./editing";
import { TestResult } from "./test-runs";

type TestsEditorProps = { template: Template; tests: TestCase[]; isWhole: boolean; onChange: (next: TestCase[]) => void };

const fresh = (n: number): TestCase => ({ name: `Test ${n}`, answers: {}, confirmedTriggers: [], known: {}, expected: { score: 0, rag: "green", flags: [], triggers: [], borderline: false } });
const whole = (typed: string) => Number(typed.replace(/\D/g, "").slice(0, 3) || 0);

/** Answers with a name and what they must come to, each with what the draft makes of them now. */
export function TestsEditor({ template, tests, isWhole, onChange }: TestsEditorProps) {
  const [open, setOpen] = useState(-1);
  return (
    <Card title="Tests" aside="All must pass before anybody can ask to publish" flush>
      <Rows label="Tests">
        {tests.map((test, at) => (
          <Row key={at}>
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1">{isWhole ? <TestResult run={runTest(template, test)} /> : <p><strong>{test.name}</strong> <span className="text-ink-soft">cannot be worked out while there are mistakes</span></p>}</div>
              <Button size="small" aria-expanded={open === at} onClick={() => setOpen(open === at ? -1 : at)}>{open === at ? "Close" : "Change"}<VisuallyHidden> {test.name}</VisuallyHidden></Button>
            </div>
            {open === at ? <OneTest {...{ template, test, at }} onChange={(next) => onChange(replaced(tests, at, next))} onTakeOut={() => { setOpen(-1); onChange(tests.filter((_, other) => other !== at)); }} /> : null}
          </Row>
        ))}
      </Rows>
      <div className="border-t border-line px-card py-3">
        <Button onClick={() => { onChange([...tests, fresh(tests.length + 1)]); setOpen(tests.length); }}>Add a test</Button>
      </div>
    </Card>
  );
}

type OneTestProps = { template: Template; test: TestCase; at: number; onChange: (next: TestCase) => void; onTakeOut: () => void };

function OneTest({ template, test, at, onChange, onTakeOut }: OneTestProps) {
  const field = (name: string) => `tests.${at}.${name}`;
  const expect = (more: Partial<TestCase["expected"]>) => onChange({ ...test, expected: { ...test.expected, ...more } });
  const keys = template.triggers.map(({ key, text }) => ({ value: key, label: `${key} ${text}` }));
  return (
    <div className="mt-3 grid gap-4 rounded-control border border-line p-card">
      <TextInput name={field("name")} label="Name of the test" value={test.name} onChange={(name) => onChange({ ...test, name })} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextInput name={field("expected.score")} label="Score expected" size="tiny" inputMode="numeric" value={String(test.expected.score)} onChange={(typed) => expect({ score: whole(typed) })} />
        <Select name={field("expected.rag")} label="Colour expected" options={rags.map((rag) => ({ value: rag, label: ragLabels[rag] }))} value={test.expected.rag} onChange={(rag) => expect({ rag: rag as Rag })} />
        <Checkbox name={field("expected.borderline")} label="Near a higher colour" checked={test.expected.borderline} onChange={(borderline) => expect({ borderline })} />
      </div>
      {keys.length > 0 ? <CheckboxGroup name={field("expected.triggers")} label="Triggers expected" layout="rows" choices={keys} value={test.expected.triggers} onChange={(triggers) => expect({ triggers })} /> : null}
      {keys.length > 0 ? <CheckboxGroup name={field("expected.flags")} label="Hate expected" choices={[{ value: "hate", label: "Hate" }, { value: "hate_query", label: "Hate not ruled out" }]} value={test.expected.flags} onChange={(flags) => expect({ flags })} /> : null}
      {keys.length > 0 ? <CheckboxGroup name={field("confirmedTriggers")} label="Triggers that the assessor ticks" layout="rows" choices={template.triggers.filter(({ computed }) => !computed).map(({ key, text }) => ({ value: key, label: `${key} ${text}` }))} value={test.confirmedTriggers} onChange={(confirmedTriggers) => onChange({ ...test, confirmedTriggers })} /> : null}
      <fieldset className="grid gap-4">
        <legend className="pb-2 font-bold">Answers. One that is left out counts nothing.</legend>
        {askedQuestions(template).map((question) => (
          <QuestionField key={question.key} template={template} question={question} value={{ ...emptyAssessment, answers: test.answers }} onChange={({ answers }) => onChange({ ...test, answers })} prefix={field("")} />
        ))}
      </fieldset>
      <div><Button size="small" onClick={onTakeOut}>Take this test out</Button></div>
    </div>
  );
}
