"use client";

import { useState } from "react";
import { entryLimit, type EntryView } from "@/lib/cases/log/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { TextArea } from "../../ui/form/text-area";
import { TextInput } from "../../ui/form/text-input";
import { WarningStrip } from "../../ui/signal/notice";
import { isHeldForNames, NamesAsked } from "../names-asked";

type CorrectDialogProps = { caseId: string; entry: EntryView; onClose: () => void; onSaved: () => void };

/** Puts an entry right. The first wording stays, folded under the new one, with the reason. */
export function CorrectDialog({ caseId, entry, onClose, onSaved }: CorrectDialogProps) {
  const [body, setBody] = useState(entry.body);
  const [reason, setReason] = useState("");
  const [theirs, setTheirs] = useState<EntryView | null>(null);
  const read = theirs ?? entry;
  const sending = useSend<{ entryId: string }>({
    path: `/api/cases/${caseId}/entries/${entry.id}/corrections`,
    onSaved: () => {
      say({ title: "Corrected. The first wording stays below it." });
      onSaved();
    },
    onRefused: (problem) => problem.error === "Conflict" && problem.current && setTheirs(problem.current as EntryView),
  });
  return (
    <Dialog isOpen onClose={onClose} title="Correct this entry">
      <Form name="correct" className="grid gap-4" errors={sending.errors} message={theirs || isHeldForNames(sending.problem) ? undefined : sending.message} onSubmit={() => void sending.save({ readId: read.readId, body, reason })}>
        {theirs ? (
          <WarningStrip role="alert" title="A colleague corrected this while you were writing.">
            It now says: <span className="whitespace-pre-line">“{theirs.body}”</span> Yours below is not lost. Change it if you need to, then save it as the newest wording.
          </WarningStrip>
        ) : null}
        <TextArea name="body" label="As it should stand" rows={4} limit={entryLimit} value={body} onChange={setBody} />
        <TextInput name="reason" label="What was wrong" hint="Shown with the first wording, which nobody can remove." value={reason} onChange={setReason} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => void sending.save({ readId: read.readId, body, reason, confirmsNames: true })} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" look="primary" busy={sending.isSending} keys="Ctrl ↵">Save the correction</Button>
        </div>
      </Form>
    </Dialog>
  );
}
