"use client";

import type { OnSavingView } from "@/lib/assessments/intake/saving/schema";
import { outcomeLabels } from "@/lib/reports/labels";
import type { KnownHereView } from "@/lib/reports/known/schema";
import { Checkbox } from "@/components/ui/form/checkbox";
import type { Choice } from "@/components/ui/form/choice";
import { FieldGroup } from "@/components/ui/form/field-group";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { WarningStrip } from "@/components/ui/signal/notice";
import type { ReportDraft } from "../value";
import type { SectionProps } from "./section-props";

type OutcomeProps = SectionProps & { here: KnownHereView | undefined; saving: OnSavingView | undefined };

/** What was done at once, where the report goes, and who is told. */
export function OutcomeSection(props: OutcomeProps) {
  const { draft, derived, put } = props;
  return (
    <>
      <TextArea name="immediateSteps" label="What you did or agreed now" optional rows={2} limit={2000} placeholder="Advice given, photos asked for, patrol requested…" value={draft.immediateSteps} onChange={(immediateSteps) => put({ immediateSteps })} />
      <Outcomes {...props} />
      {derived.outcome === "advice_only" ? <TextArea name="outcome.adviceGiven" label="The advice you gave" rows={2} limit={2000} value={draft.advice} onChange={(advice) => put({ advice })} /> : null}
      {derived.outcome === "new_case" && !derived.isAssessed && !derived.isImpactAssessed ? (
        <WarningStrip title="Not assessed yet.">
          {derived.isFull ? `${derived.scored.unanswered.length} ${derived.scored.unanswered.length === 1 ? "question is" : "questions are"} left. ` : ""}The case stays in intake, with its clock running, until it is.
        </WarningStrip>
      ) : null}
      {derived.outcome === "new_case" ? <Sharing {...props} /> : null}
      <Disclosure summary="Another system's reference" className="text-note" open={draft.externalReference !== "" || undefined}>
        <TextInput name="externalReference" label="Reference" optional size="medium" value={draft.externalReference} onChange={(externalReference) => put({ externalReference })} />
      </Disclosure>
    </>
  );
}

function Outcomes({ draft, derived, view, put, here, saving }: OutcomeProps) {
  const joinable = view.mayJoinCases ? (here?.cases ?? []).filter(({ mayJoin }) => mayJoin) : [];
  const hasTrigger = draft.assessment.confirmedTriggers.length > 0;
  const lead = saving?.leader ? `led by ${saving.leader.isOwn ? view.agencyName : `${saving.leader.agencyName}, ${saving.leader.name}`}` : undefined;
  const choices: Choice<string>[] = [
    { value: "new_case", label: outcomeLabels.new_case, hint: lead },
    ...joinable.map((asbCase) => asbCase.closedWords && !asbCase.mayReopen
      ? { value: `new_case ${asbCase.caseId}`, label: `New case that goes on from ${asbCase.reference}`, hint: `${asbCase.title}, ${asbCase.closedWords}` }
      : { value: `join_case ${asbCase.caseId}`, label: `Join ${asbCase.reference}${asbCase.closedWords ? ", which opens it again" : ""}`, hint: [asbCase.title, asbCase.closedWords].filter(Boolean).join(", ") }),
    ...(draft.sameReportId ? [{ value: `same_event ${draft.sameReportId}`, label: outcomeLabels.same_event, hint: here?.reports.find(({ reportId }) => reportId === draft.sameReportId)?.reference }] : []),
    ...(hasTrigger ? [] : [{ value: "triage", label: outcomeLabels.triage, hint: saving?.triage ? `${saving.triage.name} decides` : undefined }, { value: "advice_only", label: outcomeLabels.advice_only }]),
  ];
  const value = derived.outcome === "new_case" && draft.continuesCaseId ? `new_case ${draft.continuesCaseId}` : derived.outcome === "join_case" ? `join_case ${draft.joinCaseId}` : derived.outcome === "same_event" ? `same_event ${draft.sameReportId}` : derived.outcome;
  function choose(chosen: string) {
    const [outcome, id = ""] = chosen.split(" ") as [Exclude<ReportDraft["outcome"], "">, string?];
    put({ outcome, continuesCaseId: outcome === "new_case" ? id : "", ...(outcome === "join_case" ? { joinCaseId: id } : {}) });
  }
  return (
    <>
      <RadioPills name="outcome.kind" label="What happens to the report?" choices={choices} value={value} onChange={choose} />
      {derived.outcome === "new_case" && view.leadsOwn && saving?.triage ? (
        <RadioPills
          name="leads"
          label="Who leads the case?"
          choices={[{ value: "own", label: `${view.agencyName} leads` }, { value: "area", label: `${saving.triage.agencyName} leads` }]}
          value={draft.leads || "own"}
          onChange={(leads) => put({ leads: leads as "own" | "area" })}
        />
      ) : null}
    </>
  );
}

function Sharing({ draft, put, saving }: OutcomeProps) {
  if (!saving || (saving.partners.length === 0 && saving.notPossible.length === 0)) return null;
  const toggle = (agencyId: string, isTold: boolean) => put({ notShared: isTold ? draft.notShared.filter((id) => id !== agencyId) : [...draft.notShared, agencyId] });
  return (
    <FieldGroup name="shareWith" label="Tell these partners in the same save" hint="They see the case at once. Take out any that should not.">
      {() => (
        <div className="grid gap-1">
          {saving.partners.map(({ agencyId, name, why }) => (
            <Checkbox key={agencyId} name={`shareWith.${agencyId}`} label={<><strong>{name}</strong> <span className="text-ink-soft">{why}</span></>} checked={!draft.notShared.includes(agencyId)} onChange={(isTold) => toggle(agencyId, isTold)} />
          ))}
          {saving.notPossible.map(({ name, why }) => (
            <WarningStrip key={name} title={`${name} cannot be told here.`}>
              {why} {saving.instead}
            </WarningStrip>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
