"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { SharingPartner } from "@/lib/cases/sharing/schema";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextArea } from "../ui/form/text-area";
import { WarningStrip } from "../ui/signal/notice";

type Ended = { agencyName: string; openActions: { id: string; what: string }[]; endedMembers: number };

/** Ends an agency's reach, after saying what it leaves behind. */
export function EndShare({ partner, caseId }: { partner: SharingPartner; caseId: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const sending = useSend<Ended, object>({
    path: `/api/cases/${caseId}/end-share`,
    onSaved: (ended) => {
      setOpen(false);
      say({
        title: `Sharing with ${ended.agencyName} ended`,
        steps: [{ what: "It cannot open the case any more" }, ...ended.openActions.map(({ what }) => ({ what: `Ask somebody else: ${what}` })), { what: "The reason stands in the log" }],
      });
      router.refresh();
    },
  });
  const { openActions, named } = partner;
  return (
    <>
      <Button size="small" aria-label={`End sharing with ${partner.name}`} onClick={() => setOpen(true)}>
        End
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`End sharing with ${partner.name}?`}>
        <Form name="end-share" className="grid gap-stack" onSubmit={() => void sending.save({ grantId: partner.grantId, reason })} errors={sending.errors} message={sending.message}>
          {openActions.length > 0 ? (
            <WarningStrip title={openActions.length === 1 ? "It has an open action, which somebody else must take:" : `It has ${openActions.length} open actions, which somebody else must take:`}>
              {openActions.map(({ what, dueWords }) => `${what} (${dueWords})`).join("; ")}.
            </WarningStrip>
          ) : null}
          <p>
            It stops seeing the case at once. What it wrote stays.{named.length > 0 ? ` ${named.join(", ")} will no longer work on it.` : ""}
          </p>
          <TextArea name="reason" label="Why sharing ends" limit={500} value={reason} onChange={setReason} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep sharing</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>
              End it now
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
