"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { dayAndTime } from "../../lib/format/dates";
import { consentAnswers, sendingWays } from "../../lib/referrals/labels";
import type { RecordReferral, ReferralsView } from "../../lib/referrals/schema";
import { NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { Card } from "../ui/layout/card";

type Typed = Omit<RecordReferral, "caseId" | "sentBy" | "consent"> & { sentBy: string; consent: string };
type Done = { referralId: string; respondBy: string; isPartnerGap: boolean };

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function start(view: ReferralsView): Typed {
  const service = view.services.find((one) => one.agencyId === view.to);
  return { toAgencyId: service?.agencyId, toName: service?.name ?? "", sentBy: "", involvementId: undefined, question: "", wishes: "", consent: "", legalBasis: "" };
}

/** A question put to a service: what is asked, what the person wants, whether they agree, and on what basis. */
export function ReferralForm({ view }: { view: ReferralsView }) {
  const router = useRouter();
  const [typed, setTyped] = useState(() => start(view));
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const sending = useSend<Done, object>({
    path: `/api/cases/${view.header.caseId}/referrals`,
    onSaved: (done) => {
      say({
        title: `Referral to ${typed.toName} recorded`,
        steps: [
          { what: "Answer due", when: dayAndTime(done.respondBy, view.header.now), who: typed.toName },
          ...(done.isPartnerGap ? [{ what: "Counted as a partner gap: they cannot be given the case itself" }] : []),
        ],
      });
      setTyped({ ...start(view), toAgencyId: undefined, toName: "" });
      router.refresh();
    },
  });
  const chosen = view.services.find((one) => one.agencyId === typed.toAgencyId);
  return (
    <Card id="new-referral" title="New referral">
      <Form name="referral" className="grid gap-stack" onSubmit={() => void sending.save({ ...typed, toAgencyId: typed.toAgencyId || undefined, involvementId: typed.involvementId || undefined })} errors={sending.errors} message={sending.message}>
        <Select
          name="toAgencyId" label="Service" empty="A service that is not on Hereward" value={typed.toAgencyId ?? ""}
          onChange={(id) => set({ toAgencyId: id || undefined, toName: view.services.find((one) => one.agencyId === id)?.name ?? "" })}
          options={view.services.map((one) => ({ value: one.agencyId, label: one.hasLiveAgreement ? one.name : `${one.name} (no agreement here)` }))}
          hint={chosen && !chosen.hasLiveAgreement ? "It has no live agreement for this district, so it sees nothing of the case here. Send only what it needs." : undefined}
        />
        {chosen ? null : <TextInput name="toName" label="Name of the service" value={typed.toName} onChange={(toName) => set({ toName })} />}
        {view.people.length > 0 ? (
          <Select name="involvementId" label="About" empty="The case, nobody by name" value={typed.involvementId ?? ""} onChange={(id) => set({ involvementId: id || undefined })} options={view.people.map((one) => ({ value: one.involvementId, label: one.name }))} />
        ) : null}
        <TextArea name="question" label="What you ask of them" limit={2000} value={typed.question} onChange={(question) => set({ question })} />
        <TextArea name="wishes" label="What the person wants" optional rows={2} limit={1000} value={typed.wishes} onChange={(wishes) => set({ wishes })} />
        <Select name="consent" label="Do they agree?" empty="Select" value={typed.consent} onChange={(consent) => set({ consent })} options={options(consentAnswers)} />
        <Select name="legalBasis" label="Legal basis" hint="Apart from consent: what allows the sharing" empty="Select" value={typed.legalBasis} onChange={(legalBasis) => set({ legalBasis })} options={view.gateways.map((one) => ({ value: one.code, label: one.label }))} />
        <Select name="sentBy" label="How it was sent" empty="Select" value={typed.sentBy} onChange={(sentBy) => set({ sentBy })} options={options(sendingWays)} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
        <div>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
            Record referral
          </Button>
        </div>
      </Form>
    </Card>
  );
}
