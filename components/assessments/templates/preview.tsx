"use client";

import { useState } from "react";
import type { Template } from "@/lib/assessments/schema";
import { Form } from "@/components/ui/form/form";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { Card } from "@/components/ui/layout/card";
import { InfoStrip } from "@/components/ui/signal/notice";
import { AssessmentForm } from "../assessment-form";
import { emptyAssessment, fromDraft } from "../form/value";

/** The form exactly as it is asked, at a desk or one question at a time. Nothing here is kept. */
export function Preview({ template }: { template: Template }) {
  const [value, setValue] = useState(emptyAssessment);
  const [mode, setMode] = useState<"page" | "steps">("page");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-stack">
      <InfoStrip title="This is the form as it is asked.">Answer it to see what it comes to. Nothing here is kept.</InfoStrip>
      <RadioPills name="preview-mode" label="Asked" layout="switch" choices={[{ value: "page", label: "All on one page" }, { value: "steps", label: "One at a time, on a phone" }]} value={mode} onChange={setMode} />
      <Form name="preview" onSubmit={() => undefined} className="grid grid-cols-[minmax(0,1fr)] gap-stack">
        {mode === "steps" ? <Card><AssessmentForm key="steps" template={template} value={fromDraft(template, value)} onChange={setValue} mode="steps" prefix="preview." /></Card> : <AssessmentForm key="page" template={template} value={fromDraft(template, value)} onChange={setValue} mode="page" prefix="preview." />}
      </Form>
    </div>
  );
}
