"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { CaseHeaderView } from "@/lib/cases/page/schema";
import { paths } from "../../shell/paths";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { TextArea } from "../../ui/form/text-area";
import { Card } from "../../ui/layout/card";

type Props = { header: Pick<CaseHeaderView, "caseId" | "reference" | "lead">; memberId: string };

/** A member takes themselves off a case because of whom they know in it. */
export function ConflictOfInterest({ header, memberId }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card id="conflict" title="Do you know somebody in this case?">
      <p className="mb-2.5">A relation, a neighbour, a friend, a dispute of your own: say so, and the case is kept from you.</p>
      <Button onClick={() => setOpen(true)}>I have a conflict of interest</Button>
      <Declare header={header} memberId={memberId} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Card>
  );
}

function Declare({ header: { caseId, reference, lead }, memberId, isOpen, onClose }: Props & { isOpen: boolean; onClose: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const sending = useSend({
    path: `/api/cases/${caseId}/exclusions`,
    onSaved: () => {
      say({ title: `${reference} is kept from you now`, steps: [{ what: "What you had open in it went back to your agency" }, { what: `${lead.agencyName} reads your reason, and nobody else` }, { what: "If you come across it some other way, tell your manager and look no further" }] });
      router.push(paths.home);
    },
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="You have a conflict of interest?">
      <Form name="conflict" className="grid gap-card" onSubmit={() => void sending.save({ memberId, reason })} errors={sending.errors} message={sending.message}>
        <ul className="list-disc ps-4.5">
          <li>From now on this case does not exist for you: not in lists, not by place, not by its reference.</li>
          <li>Your open actions in it go back to your agency.</li>
          <li>The log says that you are kept from it, and not why. Only {lead.agencyName} reads the reason.</li>
          <li>Only a manager of {lead.agencyName} can let you back in.</li>
        </ul>
        <TextArea name="reason" label="What the conflict is" hint="Such as: my brother lives next door to them" limit={500} value={reason} onChange={setReason} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" look="primary" busy={sending.isSending || sending.data !== undefined}>Keep this case from me</Button>
        </div>
      </Form>
    </Dialog>
  );
}
