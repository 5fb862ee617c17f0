"use client";

import { useState } from "react";
import { sectionLabels } from "@/lib/assessments/labels";
import type { Question, Template } from "@/lib/assessments/schema";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/form/select";
import { Card, Row, Rows } from "@/components/ui/layout/card";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { moved, newQuestion, replaced } from "./editing";
import { QuestionEditor } from "./question-editor";

type QuestionsEditorProps = { template: Template; usedKeys: readonly string[]; onChange: (next: Template) => void };

const pointsOf = ({ scored, options }: Question) => (scored === false ? "not counted" : `${Math.min(...options.map(([, , points]) => points))} to ${Math.max(...options.map(([, , points]) => points))} points`);

/** The questions of a draft in their order; one at a time is opened and changed. */
export function QuestionsEditor({ template, usedKeys, onChange }: QuestionsEditorProps) {
  const [open, setOpen] = useState("");
  const [section, setSection] = useState<Question["section"]>(template.questions[0]?.section ?? "history");
  const put = (questions: Question[]) => onChange({ ...template, questions });
  function add() {
    const question = newQuestion(section, [...usedKeys, ...template.questions.map(({ key }) => key)]);
    const after = template.questions.map((one) => one.section).lastIndexOf(section);
    put(after < 0 ? [...template.questions, question] : [...template.questions.slice(0, after + 1), question, ...template.questions.slice(after + 1)]);
    setOpen(question.key);
  }
  return (
    <Card title="Questions" aside={`${template.questions.length}, in the order in which they are asked`} flush>
      <Rows label="Questions">
        {template.questions.map((question, at) => (
          <Row key={question.key}>
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 wrap-anywhere">
                <p><strong className="tabular-nums">{question.key}</strong> {question.text || <em>no words yet</em>}</p>
                <p className="text-note text-ink-soft">{sectionLabels[question.section]} · {pointsOf(question)}{question.computed ? ` · not asked: ${question.computed}` : ""}</p>
              </div>
              <Button size="small" aria-expanded={open === question.key} onClick={() => setOpen(open === question.key ? "" : question.key)}>{open === question.key ? "Close" : "Change"}<VisuallyHidden> {question.key}</VisuallyHidden></Button>
            </div>
            {open === question.key ? (
              <div className="mt-3 rounded-control border border-line p-card">
                <QuestionEditor formKey={template.key} question={question} at={at} onChange={(next) => put(replaced(template.questions, at, next))} onMove={(by) => put(moved(template.questions, at, by))} onTakeOut={() => put(template.questions.filter((_, other) => other !== at))} />
              </div>
            ) : null}
          </Row>
        ))}
      </Rows>
      <div className="flex flex-wrap items-end gap-3 border-t border-line px-card py-3">
        <Select name="new-question" label="A new question, under" options={Object.entries(sectionLabels).map(([value, label]) => ({ value, label }))} value={section} onChange={(value) => setSection(value as Question["section"])} />
        <Button onClick={add}>Add a question</Button>
      </div>
    </Card>
  );
}
