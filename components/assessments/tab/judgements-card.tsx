"use client";

import { useState } from "react";
import type { RiskOutcome } from "@/lib/assessments/alerts/schema";
import type { JudgementView, RiskTabView } from "@/lib/assessments/tab/schema";
import { ragLabels } from "@/lib/clocks/labels";
import type { Rag } from "@/lib/clocks/schema";
import { longDay } from "@/lib/format/dates";
import { DateInput } from "../../ui/form/date-input";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextArea } from "../../ui/form/text-area";
import { Card } from "../../ui/layout/card";
import { Disclosure } from "../../ui/layout/disclosure";
import { RagTag } from "../../ui/signal/rag-tag";
import { DialogForm } from "../dialog-form";
import { riskPaths } from "../risk-paths";
import { riskSaid } from "../risk-said";

/** Judgements that hold the colour up or down, and the way to make one: anyone raises, a manager of the lead lowers. */
export function JudgementsCard({ view }: { view: RiskTabView }) {
  if (view.sees !== "all") return null;
  const live = view.judgements.filter(({ isLive }) => isLive);
  const past = view.judgements.filter(({ isLive }) => !isLive);
  const mayLowerNow = view.may.lower && view.loweringRefusal === "";
  return (
    <Card title="Professional judgement">
      <div className="grid gap-3">
        {live.length === 0 ? <p className="text-ink-soft">None: the rule decides.</p> : null}
        {live.map((judgement) => <Judgement key={judgement.overrideId} {...{ view, judgement }} />)}
        {view.may.raise || mayLowerNow ? (
          <div className="flex flex-wrap gap-2">
            {view.may.raise ? <Raise view={view} /> : null}
            {mayLowerNow ? <Lower view={view} /> : null}
          </div>
        ) : null}
        {view.loweringRefusal && !mayLowerNow ? <p className="text-note text-ink-soft">{view.loweringRefusal}</p> : null}
        {past.length > 0 ? (
          <Disclosure summary={past.length === 1 ? "One that ended" : `${past.length} that ended`}>
            <div className="grid gap-3">{past.map((judgement) => <Judgement key={judgement.overrideId} {...{ view, judgement }} />)}</div>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}

function Judgement({ view, judgement }: { view: RiskTabView; judgement: JudgementView }) {
  const { overrideId, direction, rag, reason, byName, byAgency, atWords, untilWords, isLive } = judgement;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <RagTag rag={rag} words={`${direction === "up" ? "Raised to" : "Lowered to"} ${ragLabels[rag].toLowerCase()}`} />
        {untilWords ? <span className="text-note text-ink-soft">{untilWords}</span> : null}
      </p>
      <p>“{reason}”</p>
      <p className="text-note text-ink-soft">{[`${byName}, ${byAgency}`, atWords].join(" · ")}</p>
      {isLive && view.may.takeDown ? <EndJudgement {...{ view, overrideId, direction }} /> : null}
    </div>
  );
}

function Raise({ view }: { view: RiskTabView }) {
  const { raiseTo } = view.offers;
  const [rag, setRag] = useState<Rag | "">(raiseTo.length === 1 ? raiseTo[0]! : "");
  const [reason, setReason] = useState("");
  return (
    <DialogForm<RiskOutcome>
      name="raise" open="Raise the colour" title="Raise the colour by judgement" path={riskPaths(view.header.caseId).raise} action="Raise it"
      body={() => ({ version: view.header.version, rag: rag || undefined, reason })}
      said={(outcome) => riskSaid("Colour raised.", outcome)}
    >
      <RadioPills name="rag" label="Raise it to" choices={raiseTo.map((each) => ({ value: each, label: ragLabels[each] }))} value={rag || null} onChange={setRag} />
      <TextArea name="reason" label="Why" hint="Everyone who works the case reads it." limit={1000} value={reason} onChange={setReason} />
    </DialogForm>
  );
}

function Lower({ view }: { view: RiskTabView }) {
  const { lowerTo, lowerUntil } = view.offers;
  const [rag, setRag] = useState<Rag | "">(lowerTo.length === 1 ? lowerTo[0]! : "");
  const [reason, setReason] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  return (
    <DialogForm<RiskOutcome>
      name="lower" open="Lower the colour" title="Lower the colour by judgement" path={riskPaths(view.header.caseId).lower} action="Lower it"
      body={() => ({ version: view.header.version, rag: rag || undefined, reason, expiresOn })}
      said={(outcome) => riskSaid("Colour lowered.", outcome)}
    >
      <RadioPills name="rag" label="Lower it to" choices={lowerTo.map((each) => ({ value: each, label: ragLabels[each] }))} value={rag || null} onChange={setRag} />
      <TextArea name="reason" label="Why" limit={1000} value={reason} onChange={setReason} />
      <DateInput name="expiresOn" label="Last day it is to hold" hint={`No later than ${longDay(lowerUntil)}. After it the rule decides again; anything new raises it at once.`} value={expiresOn} onChange={setExpiresOn} quick={["in a week"]} />
    </DialogForm>
  );
}

function EndJudgement({ view, overrideId, direction }: { view: RiskTabView; overrideId: string; direction: "up" | "down" }) {
  const [reason, setReason] = useState("");
  return (
    <DialogForm<RiskOutcome>
      name={`end-judgement-${overrideId}`} open="End this judgement" size="small" title="End this judgement" path={riskPaths(view.header.caseId).endJudgement(overrideId)} action="End it"
      body={() => ({ reason })}
      said={(outcome) => riskSaid("Judgement ended.", outcome)}
    >
      {direction === "up" ? <p className="text-ink-soft">There must be a new assessment since it was made.</p> : null}
      <TextArea name="reason" label="Why it can end" limit={1000} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
