"use client";

import { useState } from "react";
import { DialogForm } from "../../assessments/dialog-form";
import { TextArea } from "../../ui/form/text-area";

/** A supervisor's review of a case, written into the log. */
export function Supervise({ caseId, reference }: { caseId: string; reference: string }) {
  const [note, setNote] = useState("");
  return (
    <DialogForm
      name="supervise" open="Record a review" title={`Your review of ${reference}`} action="Record it" path={`/api/cases/${caseId}/supervision`} body={() => ({ note })}
      said={() => {
        setNote("");
        return { title: "Your review is recorded", steps: [{ what: "It stands in the log, kept from the other side" }, { what: "The next is due by the standard of the case's colour" }] };
      }}
    >
      <TextArea name="note" label="What you looked at, and what you agreed" limit={2000} value={note} onChange={setNote} />
    </DialogForm>
  );
}
