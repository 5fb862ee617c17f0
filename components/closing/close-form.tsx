"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { approvalReasonLabels } from "@/lib/assessments/closing/labels";
import type { ClosingView } from "@/lib/assessments/closing/schema";
import { listWords } from "@/lib/format/text";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { Card } from "../ui/layout/card";

const stale = "Someone else changed the case while you were writing. What you typed is still here: look again, and save it if it still holds.";

/** Closes the case with its outcome, or asks a manager to. */
export function CloseForm({ view: { header, outcomes, because } }: { view: ClosingView }) {
  const router = useRouter();
  const [outcome, setOutcome] = useState("");
  const [reason, setReason] = useState("");
  const sending = useSend<{ status: "closed" | "closure_proposed" }>({
    path: `/api/cases/${header.caseId}/close`,
    onSaved: ({ status }) => {
      say(status === "closed"
        ? { title: `${header.reference} is closed`, steps: [{ what: "Everyone who has the case is told" }, { what: "It can open again for 28 days" }] }
        : { title: "Closing is proposed", steps: [{ what: `A manager of ${header.lead.agencyName} is told, and decides` }, { what: "Until then the case goes on" }] });
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const isAsking = because.length > 0;
  return (
    <Card id="close" title={isAsking ? "Ask a manager to close it" : "Close it"}>
      <Form name="close" className="grid gap-stack" onSubmit={() => void sending.save({ version: header.version, ...(outcome ? { outcome } : {}), reason })} errors={sending.errors} message={sending.problem?.error === "Conflict" ? stale : sending.message}>
        {isAsking ? <p>A manager of {header.lead.agencyName} decides, because {listWords(because.map((one) => approvalReasonLabels[one]))}.</p> : null}
        <Select name="outcome" label="How it ended" empty="Select an outcome" value={outcome} onChange={setOutcome} options={outcomes.map(({ code, label }) => ({ value: code, label }))} />
        <TextArea name="reason" label="Why it can close" hint="What changed, and what those affected were told." limit={2000} value={reason} onChange={setReason} />
        <div className="flex justify-end">
          <Button type="submit" look="primary" busy={sending.isSending}>{isAsking ? "Propose closing" : "Close the case"}</Button>
        </div>
      </Form>
    </Card>
  );
}
