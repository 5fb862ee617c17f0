"use client";

import type { ReportFormView } from "@/lib/assessments/intake/form/schema";
import { Card } from "@/components/ui/layout/card";
import { CallerCard } from "./panel/caller-card";
import { KnownHereCard } from "./panel/known-here-card";
import { OnSavingCard } from "./panel/on-saving-card";
import { SoFarCard } from "./panel/so-far-card";
import type { useReport } from "./use-report";
import { namedAffected } from "./value";

/** What fills in as it is typed: the place, the caller, the colour so far, and what saving will do. */
export function SidePanel({ report, view }: { report: ReturnType<typeof useReport>; view: ReportFormView }) {
  const { draft, derived, put, here, caller, saving } = report;
  const isTeller = draft.who === "someone_else";
  const first = namedAffected(draft)[0];
  const person = isTeller ? draft.teller : first?.person;
  function same(personId: string, knownAs: string) {
    if (isTeller) put({ teller: { ...draft.teller, personId, knownAs } });
    else if (first) put({ affected: draft.affected.map((one, index) => (index === first.index ? { ...one, personId, knownAs } : one)) });
  }
  return (
    <>
      {here ? (
        <KnownHereCard
          here={here}
          mayJoin={view.mayJoinCases}
          joined={derived.outcome === "join_case" ? draft.joinCaseId : ""}
          same={derived.outcome === "same_event" ? draft.sameReportId : ""}
          onJoin={(joinCaseId) => put({ outcome: "join_case", joinCaseId })}
          onSame={(sameReportId) => put({ outcome: "same_event", sameReportId })}
        />
      ) : (
        <Card title="Already known here" tone="act" id="known-here">
          <p className="text-note">{draft.placeText || draft.isTyped ? "Choose the place from the list to see what is known of it." : "Fills in when there is a place."}</p>
        </Card>
      )}
      <CallerCard caller={caller} here={here} person={person} onSame={same} />
      <SoFarCard derived={derived} ticked={draft.assessment.confirmedTriggers} />
      {saving && (saving.leader ?? saving.triage) ? <OnSavingCard saving={saving} draft={draft} derived={derived} /> : null}
    </>
  );
}
