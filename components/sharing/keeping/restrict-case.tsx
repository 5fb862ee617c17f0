"use client";

import { useState } from "react";
import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { DialogForm } from "../../assessments/dialog-form";
import { TextArea } from "../../ui/form/text-area";
import { Card } from "../../ui/layout/card";
import { WarningStrip } from "../../ui/signal/notice";

/** What everybody who works a restricted case must know. */
export function RestrictedStrip({ view }: { view: CaseSharing }) {
  if (!view.isRestricted) return null;
  return <WarningStrip title="This case is restricted.">Nobody it is not shared with may learn that it exists: they find it by no place, no person and no reference. Do not speak of it to them.</WarningStrip>;
}

/** Who knows of the case without having it; for a manager of the lead, hiding it from them or ending that. */
export function WhoElseKnows({ view }: { view: CaseSharing }) {
  return (
    <Card id="who-else-knows" title="Who else knows">
      <p>{view.pointerWords}{view.isRestricted ? " Who was given its exact reference can still open it in an emergency; the lead and information governance are told at once." : ""}</p>
      {view.panelWords ? <p className="mt-2">{view.panelWords}</p> : null}
      {view.keeping.mayKeep ? <div className="mt-3"><Restrict view={view} /></div> : null}
    </Card>
  );
}

function Restrict({ view: { header, isRestricted } }: { view: CaseSharing }) {
  const [reason, setReason] = useState("");
  const said = () => {
    setReason("");
    return isRestricted
      ? { title: "The case is no longer restricted", steps: [{ what: "Agencies of the district find it as a reference with your number to ring" }, { what: "The reason stands in the log" }] }
      : { title: "The case is restricted", steps: [{ what: "Only the agencies it is shared with learn that it exists" }, { what: "The reason stands in the log" }] };
  };
  return (
    <DialogForm
      name="restrict" open={isRestricted ? "End the restriction" : "Restrict it"} title={isRestricted ? "End the restriction?" : "Restrict this case?"} action={isRestricted ? "End the restriction" : "Restrict it now"}
      path={`/api/cases/${header.caseId}/restrict`} body={() => ({ version: header.version, isRestricted: !isRestricted, reason })} said={said}
    >
      {isRestricted ? (
        <p>Every agency of the district with a live agreement will find the case by its place or reference: that it exists, that you lead it, and whom to ring. Nothing more.</p>
      ) : (
        <p>Agencies that it is not shared with will no longer find it by place, person or reference, so nobody will ring you who does not know of it already. Those it is shared with see no change.</p>
      )}
      <TextArea name="reason" label="Why" hint="Those who work on the case read it in the log." limit={500} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
