"use client";

import { useState } from "react";
import type { RequestView } from "@/lib/referrals/requests/schema";
import { DialogForm } from "../assessments/dialog-form";
import type { Reach } from "../sharing/reach-fields";
import { DateInput } from "../ui/form/date-input";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { WarningStrip } from "../ui/signal/notice";
import { ReachChoice } from "./reach-choice";

type Props = { request: RequestView; gateways: { code: string; label: string }[]; onChanged?: () => void };
type Shared = { agencies: { name: string; ring: string; ringBy: string }[] };

/** Gives what was asked for, or less; or refuses it, in words that they read. */
export function AnswerAccess({ request, gateways, onChanged }: Props) {
  const most = { level: request.wantedLevel, side: request.wantedSide } as Reach;
  const [reach, setReach] = useState(most);
  const [basis, setBasis] = useState({ purpose: request.purpose, legalBasis: request.agencyKindIsUnder115 ? gateways[0]?.code ?? "" : "", endsOn: "" });
  const [reason, setReason] = useState("");
  const { requestId, version, reference, fromName } = request;
  return (
    <>
      <DialogForm<Shared>
        name="grant-access" look="primary" size="small" open="Give access" label={`${fromName}, ${reference}`} title={`Let ${fromName} into ${reference}`} action="Give it now" path={`/api/requests/${requestId}/grant`} onSaved={onChanged}
        body={() => ({ version, ...reach, ...basis })}
        said={({ agencies }) => ({ title: `${fromName} has access now`, steps: [{ what: "They are told, and it stands in the log" }, ...agencies.filter(({ ring }) => ring).map(({ name, ring, ringBy }) => ({ what: `The case is red: tell ${name} in person`, who: ring, when: ringBy }))] })}
      >
        <p>“{request.reason}” {request.askedWords}.</p>
        <ReachChoice reach={reach} most={most} onChange={setReach} />
        <TextInput name="purpose" label="What they need it for" hint="One line. Leave names out." value={basis.purpose} onChange={(purpose) => setBasis({ ...basis, purpose })} />
        <Select name="legalBasis" label="The law that allows it" empty="Choose" value={basis.legalBasis} onChange={(legalBasis) => setBasis({ ...basis, legalBasis })} options={gateways.map(({ code, label }) => ({ value: code, label }))} />
        {basis.legalBasis === "cda_s115" && !request.agencyKindIsUnder115 ? <WarningStrip title="Section 115 does not cover this agency.">Choose another law, such as consent to a referral.</WarningStrip> : null}
        <DateInput name="endsOn" label="Last day" hint="Empty: until you end it" optional quick={[]} value={basis.endsOn} onChange={(endsOn) => setBasis({ ...basis, endsOn })} />
      </DialogForm>
      <DialogForm
        name="refuse-access" size="small" open="Refuse" label={`${fromName}, ${reference}`} title={`Refuse ${fromName} access to ${reference}`} action="Refuse" path={`/api/requests/${requestId}/refuse`} onSaved={onChanged}
        body={() => ({ version, reason })} said={() => ({ title: `${fromName} was refused`, steps: [{ what: "They are told, with your words. They still know no more than the reference and whom to ring" }] })}
      >
        <TextArea name="reason" label="Why not" hint="They read these words. Say nothing in them of the case or of anybody in it." limit={500} value={reason} onChange={setReason} />
      </DialogForm>
    </>
  );
}
