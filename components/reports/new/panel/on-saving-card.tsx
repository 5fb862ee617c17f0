"use client";

import type { OnSavingView } from "@/lib/assessments/intake/saving/schema";
import { listWords } from "@/lib/format/text";
import { Card } from "@/components/ui/layout/card";
import type { Derived } from "../derived";
import type { ReportDraft } from "../value";

/** What saving will do, said before it is done. */
export function OnSavingCard({ saving, draft, derived }: { saving: OnSavingView; draft: ReportDraft; derived: Derived }) {
  const told = saving.partners.filter(({ agencyId }) => !draft.notShared.includes(agencyId)).map(({ name }) => name);
  const opens = derived.outcome === "new_case";
  const calls = saving.ring.filter(({ agencyId }) => !draft.notShared.includes(agencyId));
  return (
    <Card title="On saving" id="on-saving">
      <div className="divide-y divide-line [&>*]:py-2 [&>*:first-child]:pt-0 [&>*:last-child]:pb-0">
        {opens && saving.leader ? <p>Led by <strong>{saving.leader.agencyName}</strong>, {saving.leader.name}</p> : null}
        {opens || derived.outcome === "join_case" ? <p>First contact due <strong>{saving.firstContact}</strong></p> : null}
        {opens && told.length > 0 ? <p>Shared with {listWords(told)}</p> : null}
        {derived.outcome === "triage" && saving.triage ? <p><strong>{saving.triage.name}</strong>, {saving.triage.agencyName}, decides by {saving.triage.when}</p> : null}
        {derived.outcome === "advice_only" ? <p>Kept as advice given. Nothing more is due.</p> : null}
        {opens && calls.length > 0 ? (
          <div>
            <p className="font-bold">{saving.isOutOfHours ? "Out of hours: ring now" : "Ring, and do not only write"}</p>
            <ul className="grid gap-0.5 text-note">
              {calls.map(({ agencyId, agencyName, name, phone }) => (
                <li key={agencyId}>{agencyName}: {name} <strong className="tabular-nums whitespace-nowrap">{phone}</strong></li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
