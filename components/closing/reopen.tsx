"use client";

import { useState } from "react";
import type { ClosingView } from "@/lib/assessments/closing/schema";
import { DialogForm } from "../assessments/dialog-form";
import { TextArea } from "../ui/form/text-area";

/** Opens a closed case again, as itself. */
export function Reopen({ header }: { header: Pick<ClosingView["header"], "caseId" | "version" | "reference"> }) {
  const [reason, setReason] = useState("");
  return (
    <DialogForm
      name="reopen" open="Open it again" title={`Open ${header.reference} again?`} action="Open it again" path={`/api/cases/${header.caseId}/reopen`} body={() => ({ version: header.version, reason })}
      said={() => {
        setReason("");
        return { title: `${header.reference} is open again`, steps: [{ what: "Everyone who has the case is told" }, { what: "Be in touch with the victim by the date that the case shows" }, { what: "Assess the risk again" }] };
      }}
    >
      <p>Its log, people and plan are as they were. Its clocks begin again today.</p>
      <TextArea name="reason" label="Why" limit={2000} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
