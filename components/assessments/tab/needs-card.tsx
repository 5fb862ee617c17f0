"use client";

import { useState } from "react";
import { needSourceLabels } from "@/lib/assessments/needs/labels";
import { needSources, type NeedSource } from "@/lib/assessments/needs/schema";
import type { NeedGroup, RiskTabView } from "@/lib/assessments/tab/schema";
import { RadioPills } from "../../ui/form/radio-pills";
import { Select } from "../../ui/form/select";
import { TextArea } from "../../ui/form/text-area";
import { Card } from "../../ui/layout/card";
import { Disclosure } from "../../ui/layout/disclosure";
import { DialogForm } from "../dialog-form";
import { riskPaths } from "../risk-paths";

/** What each person needs, and the case itself. A need drives help; it never adds to a score. */
export function NeedsCard({ view }: { view: RiskTabView }) {
  return (
    <Card title="Needs" aside={view.may.recordNeed ? <RecordNeed view={view} /> : undefined} flush>
      <ul className="divide-y divide-line">
        {view.needs.map((group) => (
          <li key={group.involvementId ?? "case"} className="px-card py-3">
            <h3>
              {group.name} <span className="text-note font-normal text-ink-soft">{group.note}</span>
            </h3>
            <Group {...{ view, group }} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Group({ view, group }: { view: RiskTabView; group: NeedGroup }) {
  const live = group.needs.filter(({ isLive }) => isLive);
  const past = group.needs.filter(({ isLive }) => !isLive);
  return (
    <>
      {live.length === 0 ? <p className="text-note text-ink-soft">None recorded.</p> : null}
      <ul className="grid gap-1.5">
        {live.map((need) => (
          <li key={need.needId} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="min-w-0">
              <strong>{need.label}</strong> <span className="text-note text-ink-soft">{need.sourceWords.toLowerCase()}, {need.datesWords}</span>
              {need.note ? <span className="block">{need.note}</span> : null}
            </span>
            {view.may.recordNeed ? <EndNeed {...{ view, need }} /> : null}
          </li>
        ))}
      </ul>
      {past.length > 0 ? (
        <Disclosure summary={`${past.length} that ended`}>
          <ul className="grid gap-1">
            {past.map((need) => (
              <li key={need.needId}>
                {need.label} <span className="text-note text-ink-soft">{need.datesWords}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}

function RecordNeed({ view }: { view: RiskTabView }) {
  const [whose, setWhose] = useState("");
  const [code, setCode] = useState("");
  const [source, setSource] = useState<NeedSource | "">("");
  const [note, setNote] = useState("");
  return (
    <DialogForm<{ needId: string }>
      name="record-need" open="Add a need" title="Add a need" path={riskPaths(view.header.caseId).needs} action="Add it"
      body={() => ({ involvementId: whose || null, code, source: source || undefined, note })}
      said={() => ({ title: "Need added." })}
    >
      <Select name="involvementId" label="Whose need is it?" empty="The case itself" options={view.offers.people} value={whose} onChange={setWhose} />
      <Select name="code" label="Need" empty="Select a need" options={view.offers.needs} value={code} onChange={setCode} />
      <RadioPills name="source" label="How is it known?" choices={needSources.map((each) => ({ value: each, label: needSourceLabels[each] }))} value={source || null} onChange={setSource} />
      <TextArea name="note" label="Note" hint="No diagnosis here: health detail goes into a sealed entry." optional limit={1000} rows={2} value={note} onChange={setNote} />
    </DialogForm>
  );
}

function EndNeed({ view, need }: { view: RiskTabView; need: NeedGroup["needs"][number] }) {
  const [reason, setReason] = useState("");
  return (
    <DialogForm<{ needId: string }>
      name={`end-need-${need.needId}`} open="End" look="quiet" size="small" label={need.label} title={`End “${need.label}”`} path={riskPaths(view.header.caseId).endNeed(need.needId)} action="End it"
      body={() => ({ version: need.version, reason })}
      said={() => ({ title: "Need ended." })}
    >
      <TextArea name="reason" label="What has changed" limit={1000} rows={2} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
