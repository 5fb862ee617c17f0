"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AgreementEffect, AgreementView } from "@/lib/agencies/agreements/schema";
import { say } from "../../shell/said";
import { ask } from "../../shell/send";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { TextInput } from "../../ui/form/text-input";
import { SummaryList } from "../../ui/layout/summary-list";
import { WarningStrip } from "../../ui/signal/notice";

type Agreement = AgreementView["agreement"];

function Effect({ agreement }: { agreement: Agreement }) {
  const { data, isError } = useQuery({ queryKey: ["whole-effect", agreement.agreementId, agreement.version], queryFn: ({ signal }) => ask<AgreementEffect>(`/api/agreements/${agreement.agreementId}/effect`, {}, { signal }), gcTime: 0 });
  if (isError) return <WarningStrip role="alert" title="What it would end could not be counted.">Close this and try again before you go on.</WarningStrip>;
  if (!data) return <p role="status" className="text-ink-soft">Counting what it would end…</p>;
  return (
    <div role="status">
      <SummaryList items={[
        { label: "Agencies that would reach nothing by it", value: data.agencies }, { label: "Open cases they would no longer reach", value: data.cases },
        { label: "Their open actions on them", value: data.actions }, { label: "Members who work cases", value: data.members },
      ]} />
    </div>
  );
}

/** Asks to withdraw a whole agreement, once what it would end was seen. A second person does it. */
export function WithdrawAgreement({ agreement }: { agreement: Agreement }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const sending = useSend({
    path: `/api/agreements/${agreement.agreementId}/ask-withdrawal`,
    onSaved: () => {
      say({ title: "The withdrawal waits for a second person.", steps: [{ what: "Somebody else of county governance agrees. Until then the agreement holds." }] });
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Withdraw it all</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Withdraw ${agreement.name}`}>
        <div className="grid gap-4">
          <Effect agreement={agreement} />
          <Form name="withdraw-agreement" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: agreement.version, reason })}>
            <TextInput name="reason" label="Why it is withdrawn" value={reason} onChange={setReason} />
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpen(false)}>Leave it</Button>
              <Button type="submit" look="primary" busy={sending.isSending}>Ask a second person</Button>
            </div>
          </Form>
        </div>
      </Dialog>
    </>
  );
}

type Waiting = NonNullable<AgreementView["withdrawal"]>;

/** A withdrawal that waits: what it would end, and for the second person the decision. */
export function DecideWithdrawal({ agreement, withdrawal }: { agreement: Agreement; withdrawal: Waiting }) {
  const router = useRouter();
  const sending = useSend<{ withdrawn: boolean }, object>({
    path: `/api/agreements/${agreement.agreementId}/decide-withdrawal`,
    onSaved: ({ withdrawn }) => {
      say({ title: withdrawn ? "The agreement is withdrawn." : "The agreement stays in force.", steps: withdrawn ? [{ what: "From the next request on nobody reaches anything by it." }] : undefined });
      router.refresh();
    },
  });
  const decide = (decision: string) => void sending.save({ version: agreement.version, decision });
  return (
    <WarningStrip title={`${withdrawal.askedBy} asks to withdraw the whole of it: ${withdrawal.reason}`}>
      <div className="grid gap-3 pt-2">
        <Effect agreement={agreement} />
        {sending.message ? <p role="alert">{sending.message}</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => decide("declined")}>{withdrawal.mayConfirm ? "Leave it in force" : "Take this back"}</Button>
          {withdrawal.mayConfirm ? <Button size="small" look="primary" busy={sending.isSending} onClick={() => decide("confirmed")}>Withdraw it now</Button> : null}
        </div>
      </div>
    </WarningStrip>
  );
}
