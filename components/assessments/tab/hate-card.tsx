"use client";

import { useState } from "react";
import type { RiskTabView } from "@/lib/assessments/tab/schema";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextArea } from "../../ui/form/text-area";
import { Card } from "../../ui/layout/card";
import { FactStrip } from "../../ui/signal/notice";
import { DialogForm } from "../dialog-form";
import { riskPaths } from "../risk-paths";

/** What is known of hate: a question that a trained member answers, or when it was recognised. */
export function HateCard({ view }: { view: RiskTabView }) {
  const { isQueryOpen, recognisedWords } = view.hate;
  if (isQueryOpen) return <HateQuery view={view} />;
  return recognisedWords ? <FactStrip title="This is hate.">{recognisedWords}</FactStrip> : null;
}

/** Somebody was not sure whether it is hate: it has to be answered before the case can be closed. */
function HateQuery({ view }: { view: RiskTabView }) {
  const [answer, setAnswer] = useState<"yes" | "no" | "">("");
  const [reason, setReason] = useState("");
  return (
    <Card
      title="Is it hate?"
      aside={
        view.hate.mayAnswer ? (
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
      <p className="text-ink-soft">Somebody was not sure. Somebody trained asks whether the victim, or anyone else, thinks so, within 2 working days. The case cannot close before that.</p>
      {view.hate.mayAnswer ? null : <TrainedMembers members={view.hate.trained} />}
    </Card>
  );
}

function TrainedMembers({ members }: { members: RiskTabView["hate"]["trained"] }) {
  if (members.length === 0) return <p className="mt-2">Nobody on the agencies that work the case is trained for it. Ask your agency’s administrator, or share the case with the police.</p>;
  return (
    <ul aria-label="Who can answer it" className="mt-2">
      {members.map(({ name, agency, phone }) => <li key={name}>{name}, {agency}{phone ? <> · <span className="whitespace-nowrap">{phone}</span></> : null}</li>)}
    </ul>
  );
}
