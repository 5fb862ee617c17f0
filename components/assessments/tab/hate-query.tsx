"use client";

import { useState } from "react";
import type { RiskTabView } from "@/lib/assessments/tab/schema";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextArea } from "../../ui/form/text-area";
import { Card } from "../../ui/layout/card";
import { DialogForm } from "../dialog-form";
import { riskPaths } from "../risk-paths";

/** Somebody was not sure whether it is hate: it has to be answered before the case can be closed. */
export function HateQuery({ view }: { view: RiskTabView }) {
  const [answer, setAnswer] = useState<"yes" | "no" | "">("");
  const [reason, setReason] = useState("");
  return (
    <Card
      title="Is it hate?"
      aside={
        view.may.answerHate ? (
          <DialogForm<{ isHate: boolean }>
            name="hate" open="Answer it" title="Is it hate?" path={riskPaths(view.header.caseId).hate} action="Save the answer"
            body={() => ({ version: view.header.version, isHate: answer === "" ? undefined : answer === "yes", reason })}
            said={({ isHate }) => ({ title: isHate ? "Kept as hate." : "Hate is ruled out." })}
          >
            <RadioPills name="isHate" label="Does the victim, or anyone else, think it is?" choices={[{ value: "yes", label: "Yes, it is hate" }, { value: "no", label: "No, it is ruled out" }]} value={answer || null} onChange={setAnswer} />
            <TextArea name="reason" label="What that rests on" hint="Who was asked, and what they said." limit={1000} value={reason} onChange={setReason} />
          </DialogForm>
        ) : undefined
      }
    >
      <p className="text-ink-soft">Somebody was not sure. Ask whether the victim, or anyone else, thinks so: within 2 working days.</p>
    </Card>
  );
}
