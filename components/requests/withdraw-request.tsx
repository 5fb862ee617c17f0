"use client";

import type { RequestView } from "@/lib/referrals/requests/schema";
import { DialogForm } from "../assessments/dialog-form";

const words = {
  access_request: { title: "Withdraw the request for", text: "Nobody will answer it any more. You may ask again.", path: (id: string) => `/api/requests/${id}/withdraw` },
  lead_transfer: { title: "Keep the lead of", text: "The other agency can no longer take it over. You stay the lead, and may ask again.", path: (id: string) => `/api/requests/offers/${id}/withdraw` },
} as const;

/** Takes back what one's own agency asked, before it is answered. */
export function WithdrawRequest({ request, onChanged }: { request: RequestView; onChanged?: () => void }) {
  const said = words[request.kind];
  return (
    <DialogForm
      name="withdraw-request" size="small" open="Withdraw" label={request.reference} title={`${said.title} ${request.reference}`} action="Withdraw it" path={said.path(request.requestId)} onSaved={onChanged}
      body={() => ({ version: request.version })} said={() => ({ title: `Withdrawn: ${request.reference}` })}
    >
      <p>{said.text}</p>
    </DialogForm>
  );
}
