"use client";

import { useState } from "react";
import type { ClosingView } from "@/lib/assessments/closing/schema";
import { DialogForm } from "../assessments/dialog-form";
import { TextArea } from "../ui/form/text-area";

type Header = Pick<ClosingView["header"], "caseId" | "version" | "reference">;

/** A manager's answer to a proposal to close. */
export function DecideClosure({ header }: { header: Header }) {
  return (
    <>
      <Answer header={header} decision="declined" open="Decline" title="Decline to close it?" action="Decline" hint="Who proposed it reads this, and what is to be done first." />
      <Answer header={header} decision="closed" open="Approve" look="primary" title={`Close ${header.reference}?`} action="Approve and close" hint="What you weighed: it stands in the log." />
    </>
  );
}

type AnswerProps = { header: Header; decision: "closed" | "declined"; open: string; look?: "primary"; title: string; action: string; hint: string };

function Answer({ header, decision, open, look, title, action, hint }: AnswerProps) {
  const [reason, setReason] = useState("");
  return (
    <DialogForm
      name={`decide-${decision}`} open={open} look={look} title={title} action={action} path={`/api/cases/${header.caseId}/closing/decision`} body={() => ({ version: header.version, decision, reason })}
      said={() => {
        setReason("");
        return decision === "closed"
          ? { title: `${header.reference} is closed`, steps: [{ what: "Everyone who has the case is told" }, { what: "It can open again for 28 days" }] }
          : { title: "The case goes on", steps: [{ what: "Who proposed closing it is told, with your reason in the log" }] };
      }}
    >
      <TextArea name="reason" label="Why" hint={hint} limit={2000} value={reason} onChange={setReason} />
    </DialogForm>
  );
}

/** Takes a proposal back. */
export function Withdraw({ header }: { header: Header }) {
  return (
    <DialogForm
      name="withdraw-closure" open="Take it back" title="Take the proposal back?" action="Take it back" path={`/api/cases/${header.caseId}/closing/withdraw`} body={() => ({ version: header.version })}
      said={() => ({ title: "The proposal was taken back", steps: [{ what: "The case goes on as before" }] })}
    >
      <p>The case goes on. Closing can be proposed again at any time.</p>
    </DialogForm>
  );
}
