"use client";

import { useState } from "react";
import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { DialogForm } from "../../assessments/dialog-form";
import { Select } from "../../ui/form/select";
import { Card } from "../../ui/layout/card";

/** Who holds the case for the lead agency, and for those who may, the way to name somebody else. */
export function NamedOfficerCard({ view: { header, keeping } }: { view: CaseSharing }) {
  if (!keeping.mayNameOfficer) return null;
  const { lead } = header;
  return (
    <Card id="named-officer" title="Named officer">
      <p className="mb-2.5">
        <strong>{lead.officerName || "Nobody yet"}</strong> {lead.officerTitle ? <span className="text-ink-soft">{lead.officerTitle}</span> : null}
      </p>
      <p className="mb-2.5 text-note text-ink-soft">With a conflict of interest they name another first, and then declare it here.</p>
      <NameAnother header={header} people={keeping.people.filter(({ mayBeOfficer }) => mayBeOfficer)} />
    </Card>
  );
}

function NameAnother({ header, people }: Pick<CaseSharing, "header"> & { people: CaseSharing["keeping"]["people"] }) {
  const [memberId, setMemberId] = useState("");
  return (
    <DialogForm<{ officerName: string }>
      name="officer" open="Name another" title="Name another officer" action="Name them"
      path={`/api/cases/${header.caseId}/officer`} body={() => ({ version: header.version, memberId })}
      said={({ officerName }) => {
        setMemberId("");
        return { title: `${officerName} is now the named officer`, steps: [{ what: "Everyone who has the case sees their name and number" }, { what: "Tell them what the victim expects next, and when" }] };
      }}
    >
      <p>Everyone who has the case, and whoever finds it, is told to ring the named officer.</p>
      <Select name="memberId" label={`Who holds it for ${header.lead.agencyName}`} empty="Select a colleague" value={memberId} onChange={setMemberId} options={people.map((one) => ({ value: one.memberId, label: `${one.name}, ${one.title}` }))} />
    </DialogForm>
  );
}
