"use client";

import { useState } from "react";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextArea } from "../ui/form/text-area";
import { WarningStrip } from "../ui/signal/notice";

type Props = { caseId: string; entryId: string; agencyName: string; phone: string };

/** Opens one sealed entry where somebody is in danger and nobody of the agency that keeps it can be reached in time. */
export function OpenSealed({ caseId, entryId, agencyName, phone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const sending = useSend({
    path: `/api/cases/${caseId}/entries/${entryId}/open`,
    // The log keeps what it has read: the whole page is read again, and says until when.
    onSaved: () => window.location.reload(),
  });
  const isUnknown = sending.problem?.error === "NotFound";
  return (
    <>
      <Button size="small" aria-label={`Open in an emergency: what ${agencyName} holds`} onClick={() => setOpen(true)}>Open in an emergency</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Open what ${agencyName} holds`}>
        <Form name="open-sealed" className="grid gap-card" onSubmit={() => void sending.save({ reason, hours: 4 })} errors={sending.errors} message={isUnknown ? undefined : sending.message}>
          <WarningStrip title="Only to save somebody from harm, when there is no time to ask.">{phone ? <>Otherwise ask {phone}.</> : null}</WarningStrip>
          <ul className="list-disc ps-4.5">
            <li>{agencyName} and information governance are told at once, with your name and reason.</li>
            <li>You alone read this one entry, for 4 hours at most. Somebody looks afterwards at whether it was right.</li>
          </ul>
          {isUnknown ? <WarningStrip role="alert" title="It is no longer there to open.">Load the page again, or ring {agencyName}.</WarningStrip> : null}
          <TextArea autoFocus name="reason" label="What is happening, and why you need this now" hint="Not why you opened the case: why you need what is sealed." rows={3} limit={500} value={reason} onChange={setReason} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Do not open</Button>
            <Button type="submit" look="primary" busy={sending.isSending || sending.data !== undefined}>Open it and tell them</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
