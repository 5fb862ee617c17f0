"use client";

import { useState } from "react";
import type { CallDue } from "@/lib/notices/my-day/schema";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextArea } from "../ui/form/text-area";

type CallDialogProps = { item: CallDue; onClose: () => void; onSaved: () => void };

/** Ticks off a call to somebody on duty, with whom it reached and what was agreed. */
export function CallDialog({ item, onClose, onSaved }: CallDialogProps) {
  const [note, setNote] = useState("");
  const sending = useSend<{ dutyCallId: string }, { version: number; note: string }>({
    path: `/api/cases/${item.caseId}/duty-calls/${item.dutyCallId}`,
    onSaved: () => {
      say({ title: `Ticked off: ${item.name} has been told` });
      onClose();
      onSaved();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={`Ring ${item.name}`}>
      <Form name={`call-${item.dutyCallId}`} className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: item.version, note })}>
        <p className="text-lead font-bold tabular-nums">{item.phone}</p>
        <p className="text-ink-soft">{item.reference} · {item.reason}</p>
        <TextArea autoFocus name="note" label="Whom you spoke to, and what was agreed" rows={2} limit={1000} value={note} onChange={setNote} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>Tick off</Button>
        </div>
      </Form>
    </Dialog>
  );
}
