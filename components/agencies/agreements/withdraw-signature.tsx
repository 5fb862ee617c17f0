"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AgreementView, WithdrawalEffect } from "@/lib/agencies/agreements/schema";
import { say } from "../../shell/said";
import { ask } from "../../shell/send";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { TextInput } from "../../ui/form/text-input";
import { SummaryList } from "../../ui/layout/summary-list";
import { InfoStrip, WarningStrip } from "../../ui/signal/notice";
import { VisuallyHidden } from "../../ui/visually-hidden";

type Signature = AgreementView["signatures"][number];

/** What a withdrawal would end, as numbers; and for county governance the withdrawal itself. */
export function WithdrawSignature({ signature, mayWithdraw }: { signature: Signature; mayWithdraw: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{mayWithdraw ? "Withdraw" : "What a withdrawal would end"}<VisuallyHidden> {signature.agency}</VisuallyHidden></Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`${mayWithdraw ? "Withdraw the signature of" : "If this is withdrawn:"} ${signature.agency}`}>
        <div className="grid gap-4">
          <Effect signature={signature} />
          {mayWithdraw ? <WithdrawForm signature={signature} close={() => setOpen(false)} /> : null}
        </div>
      </Dialog>
    </>
  );
}

function Effect({ signature }: { signature: Signature }) {
  const path = `/api/agreements/signatures/${signature.signatureId}/effect`;
  const { data, isError } = useQuery({ queryKey: ["agreement-effect", signature.signatureId, signature.version], queryFn: ({ signal }) => ask<WithdrawalEffect>(path, {}, { signal }), gcTime: 0 });
  if (isError) return <WarningStrip role="alert" title="What it would end could not be counted.">Close this and try again before you withdraw it.</WarningStrip>;
  if (!data) return <p role="status" className="text-ink-soft">Counting what it would end…</p>;
  if (data.cases === 0 && data.members === 0) return <InfoStrip role="status" title="Nothing is reached by this signature alone.">Another live signature covers it, or no open case is shared under it.</InfoStrip>;
  return (
    <div role="status">
      <SummaryList items={[
        { label: "Open cases it would no longer reach", value: data.cases },
        { label: "Of these, led by it", value: data.led > 0 ? `${data.led}: hand the lead over first` : 0 },
        { label: "Its open actions on them", value: data.actions },
        { label: "Members who work cases", value: data.members },
      ]} />
    </div>
  );
}

function WithdrawForm({ signature, close }: { signature: Signature; close: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const sending = useSend({
    path: `/api/agreements/signatures/${signature.signatureId}/withdraw`,
    onSaved: () => {
      say({ title: `The signature of ${signature.agency} is withdrawn.`, steps: [{ what: "From their next request on its members reach nothing by it." }] });
      close();
      router.refresh();
    },
  });
  return (
    <Form name="withdraw" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: signature.version, reason })}>
      <TextInput name="reason" label="Why it is withdrawn" value={reason} onChange={setReason} />
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Leave it</Button>
        <Button type="submit" look="primary" busy={sending.isSending}>Withdraw now</Button>
      </div>
    </Form>
  );
}
