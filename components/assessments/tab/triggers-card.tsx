"use client";

import { useState } from "react";
import type { RiskOutcome } from "@/lib/assessments/alerts/schema";
import type { LiveTriggerView, RiskTabView } from "@/lib/assessments/tab/schema";
import { Card } from "../../ui/layout/card";
import { Checkbox } from "../../ui/form/checkbox";
import { RadioPills } from "../../ui/form/radio-pills";
import { Select } from "../../ui/form/select";
import { TextArea } from "../../ui/form/text-area";
import { WarningStrip } from "../../ui/signal/notice";
import { RagTag } from "../../ui/signal/rag-tag";
import { DialogForm } from "../dialog-form";
import { riskPaths } from "../risk-paths";
import { riskSaid } from "../risk-said";

/** What overrides any score: the triggers that hold the colour up now, and the way to record one at any time. */
export function TriggersCard({ view }: { view: RiskTabView }) {
  const isHidden = view.sees === "behaviour";
  return (
    <Card
      title={isHidden ? "A threat or a danger" : "Live triggers"}
      aside={view.may.recordTrigger ? <RecordTrigger view={view} /> : undefined}
      flush={view.triggers.length > 0}
    >
      {view.triggers.length === 0 ? <p className="text-ink-soft">{isHidden ? "Record it as soon as you hear of it, with what was said." : view.may.recordTrigger ? "None. Record one as soon as it is said or seen." : "None."}</p> : null}
      <ul className="divide-y divide-line">
        {view.triggers.map((trigger) => (
          <li key={trigger.triggerId} className="grid gap-1 px-card py-3">
            <LiveTrigger {...{ view, trigger }} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LiveTrigger({ view, trigger }: { view: RiskTabView; trigger: LiveTriggerView }) {
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="flex flex-wrap items-center gap-2">
          <RagTag rag={trigger.rag} /> {trigger.label}
        </h3>
        {trigger.mayEnd && view.may.takeDown ? <EndTrigger {...{ view, trigger }} /> : null}
      </div>
      {trigger.note ? <p className="whitespace-pre-line">“{trigger.note}”</p> : null}
      <p className="text-note text-ink-soft">{[trigger.whose, `${trigger.byName}, ${trigger.byAgency}`, trigger.atWords].filter(Boolean).join(" · ")}</p>
      <p className="text-note">{trigger.endsWords}</p>
    </>
  );
}

function RecordTrigger({ view }: { view: RiskTabView }) {
  const [key, setKey] = useState("");
  const [involvementId, setInvolvementId] = useState("");
  const [note, setNote] = useState("");
  const { caseId } = view.header;
  const chosen = view.offers.triggers.find((trigger) => trigger.key === key);
  return (
    <DialogForm<RiskOutcome>
      name="record-trigger"
      open="Record a trigger"
      title="What was said or seen?"
      path={riskPaths(caseId).triggers}
      body={() => ({ key: key || undefined, involvementId: involvementId || null, note })}
      action={chosen ? `Record it: ${chosen.title.slice(chosen.title.lastIndexOf(": ") + 2)}` : "Record it"}
      said={(outcome) => riskSaid("Recorded. This is what follows.", outcome)}
    >
      <RadioPills name="key" label="Which of these?" layout="rows" choices={view.offers.triggers.map((trigger) => ({ value: trigger.key, label: trigger.text }))} value={key || null} onChange={setKey} />
      {chosen ? (
        <WarningStrip role="status" title={`${chosen.title}.`}>
          <span className="mt-1 block">When you record it: {chosen.lines.join(" ")}</span>
        </WarningStrip>
      ) : null}
      <TextArea name="note" label="What was said or seen" hint="In their own words where you can: “took tablets last night”." limit={4000} value={note} onChange={setNote} />
      {view.offers.people.length > 0 ? <Select name="involvementId" label="Whom is it about?" optional empty="Nobody in particular" options={view.offers.people} value={involvementId} onChange={setInvolvementId} /> : null}
    </DialogForm>
  );
}

function EndTrigger({ view, trigger }: { view: RiskTabView; trigger: LiveTriggerView }) {
  const [reason, setReason] = useState("");
  const [isClosed, setIsClosed] = useState(false);
  return (
    <DialogForm<RiskOutcome>
      name={`end-${trigger.key}`}
      open="End"
      size="small"
      label={trigger.label}
      title={`End “${trigger.label}”`}
      path={riskPaths(view.header.caseId).endTrigger(trigger.triggerId)}
      body={() => ({ version: trigger.version, reason, isHatePathwayClosed: isClosed })}
      action="End it"
      said={(outcome) => riskSaid("Trigger ended.", outcome)}
    >
      {trigger.isHate ? <Checkbox name="isHatePathwayClosed" label="The hate pathway is closed: support was offered and the crime decision is made." checked={isClosed} onChange={setIsClosed} /> : null}
      <TextArea name="reason" label={trigger.isHate ? "What came of it" : "Why it can end"} hint="It stays in the history with your name." limit={1000} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
