"use client";

import { useState } from "react";
import type { RiskTabView } from "@/lib/assessments/tab/schema";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextArea } from "../../ui/form/text-area";
import { WarningStrip } from "../../ui/signal/notice";
import { DialogForm } from "../dialog-form";
import { riskPaths } from "../risk-paths";

/** Somebody was not sure whether it is hate: it has to be answered before the case can be closed. */
export function HateQuery({ view }: { view: RiskTabView }) {
  const [answer, setAnswer] = useState<"yes" | "no" | "">("");
  const [reason, setReason] = useState("");
  return (
    <WarningStrip
      title="Hate is not ruled out."
      action={
        view.may.answerHate ? (
          <DialogForm<{ isHate: boolean }>
            name="hate" open="Answer it" size="small" title="Is it hate?" path={riskPaths(view.header.caseId).hate} action="Save the answer"
            body={() => ({ version: view.header.version, isHate: answer === "" ? undefined : answer === "yes", reason })}
            said={({ isHate }) => ({ title: isHate ? "Kept as hate." : "Hate is ruled out." })}
          >
            <RadioPills name="isHate" label="Does the victim, or anyone else, think it is?" choices={[{ value: "yes", label: "Yes, it is hate" }, { value: "no", label: "No, it is ruled out" }]} value={answer || null} onChange={setAnswer} />
            <TextArea name="reason" label="What that rests on" hint="Who was asked, and what they said." limit={1000} value={reason} onChange={setReason} />
          </DialogForm>
        ) : undefined
      }
    >
      A trained officer asks within 2 working days. The case cannot be closed while this is open.
    </WarningStrip>
  );
}
