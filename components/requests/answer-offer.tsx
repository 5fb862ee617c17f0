"use client";

import { useState } from "react";
import type { RequestsView, RequestView } from "@/lib/referrals/requests/schema";
import { DialogForm } from "../assessments/dialog-form";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";

type Props = { request: RequestView; colleagues: RequestsView["colleagues"]; memberId: string; onChanged?: () => void };

/** Takes over a lead that was offered, with a named officer; or declines it with a reason. */
export function AnswerOffer({ request, colleagues, memberId, onChanged }: Props) {
  const [officerId, setOfficer] = useState(colleagues.some((one) => one.memberId === memberId) ? memberId : "");
  const [reason, setReason] = useState("");
  const { requestId, version, reference, fromName } = request;
  return (
    <>
      <DialogForm
        name="accept-lead" look="primary" size="small" open="Take over" label={reference} title={`Take over ${reference}`} action="Take over the lead" path={`/api/requests/offers/${requestId}/accept`} onSaved={onChanged}
        body={() => ({ version, officerId })}
        said={() => ({ title: `You lead ${reference}`, steps: [{ what: "Open it below: risk, contact plan and actions are there, and nobody need tell it all again" }, { what: `${fromName} still works on it, and is told` }] })}
      >
        <p>From now on your agency leads: it shares the case, reviews the risk and keeps in contact. {fromName} stays on it.</p>
        <Select name="officerId" label="Named officer" empty="Choose" value={officerId} onChange={setOfficer} options={colleagues.map((one) => ({ value: one.memberId, label: `${one.name}, ${one.title}` }))} />
      </DialogForm>
      <DialogForm
        name="decline-lead" size="small" open="Decline" label={reference} title={`Decline to take over ${reference}`} action="Decline" path={`/api/requests/offers/${requestId}/decline`} onSaved={onChanged}
        body={() => ({ version, reason })} said={() => ({ title: `Declined: ${reference}`, steps: [{ what: `${fromName} is told, with your reason, and still leads` }] })}
      >
        <TextArea name="reason" label="Why not" hint={`${fromName} reads this.`} limit={500} value={reason} onChange={setReason} />
      </DialogForm>
    </>
  );
}
