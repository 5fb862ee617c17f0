"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { referralStatuses } from "../../lib/referrals/labels";
import type { ReferralView } from "../../lib/referrals/schema";
import { NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { RadioPills } from "../ui/form/radio-pills";
import { TextArea } from "../ui/form/text-area";
import { VisuallyHidden } from "../ui/visually-hidden";

const answers = Object.entries(referralStatuses).filter(([code]) => code !== "sent").map(([value, label]) => ({ value, label }));

/** Records what a service answered. */
export function AnswerReferralButton({ referral }: { referral: ReferralView }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [status, setStatus] = useState("");
  const [outcome, setOutcome] = useState("");
  const sending = useSend<{ referralId: string }, object>({
    path: `/api/referrals/${referral.referralId}/answer`,
    onSaved: () => {
      say({ title: `Answer of ${referral.toName} recorded` });
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Record their answer<VisuallyHidden>: {referral.toName}</VisuallyHidden>
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Answer of ${referral.toName}`}>
        <Form name="answer" className="grid gap-stack" onSubmit={() => void sending.save({ version: referral.version, status, outcome })} errors={sending.errors} message={sending.message}>
          <RadioPills name="status" label="Their answer" choices={answers} value={status} onChange={setStatus} />
          <TextArea name="outcome" label="What they said, as a summary" limit={2000} value={outcome} onChange={setOutcome} />
          <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
          <div className="flex justify-end">
            <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
              Record answer
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
