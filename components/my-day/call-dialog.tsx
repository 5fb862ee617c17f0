"use client";

import { useState } from "react";
import type { CallDue } from "@/lib/notices/my-day/schema";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextInput } from "../ui/form/text-input";
import { Tag } from "../ui/signal/tag";

type Call = CallDue["calls"][number];

function CallForm({ caseId, call, onTicked }: { caseId: string; call: Call; onTicked: () => void }) {
  const [note, setNote] = useState("");
  const [isTicked, setTicked] = useState(false);
  const sending = useSend<{ dutyCallId: string }, { version: number; note: string }>({
    path: `/api/cases/${caseId}/duty-calls/${call.dutyCallId}`,
    onSaved: () => {
      setTicked(true);
      onTicked();
    },
  });
  const who = [call.agency, call.name].filter(Boolean).join(", ");
  return (
    <li className="grid gap-2 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <strong>{who}</strong>
        <span className="text-lead font-bold tabular-nums">{call.phone}</span>
      </p>
      {isTicked ? (
        <p role="status"><Tag tone="act">Rung</Tag> {note}</p>
      ) : (
        <Form name={`call-${call.dutyCallId}`} aria-label={who} className="grid gap-2" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: call.version, note })}>
          <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
            <TextInput name="note" label="Whom you spoke to, and what was agreed" value={note} onChange={setNote} />
            <Button type="submit" look="primary" busy={sending.isSending}>Tick off</Button>
          </div>
        </Form>
      )}
    </li>
  );
}

type CallDialogProps = { item: CallDue; onClose: () => void; onSaved: () => void };

/** Whom to ring about a case, each ticked off with whom it reached and what was agreed. */
export function CallDialog({ item, onClose, onSaved }: CallDialogProps) {
  const [calls] = useState(item.calls);
  const [ticked, setTicked] = useState(0);
  function close() {
    onClose();
    if (ticked === 0) return;
    say({ title: ticked === calls.length ? "Everyone on duty has been told" : `${calls.length - ticked} still to ring` });
    onSaved();
  }
  return (
    <Dialog isOpen onClose={close} title={`Ring about ${item.reference}`} width="wide" foot={<Button onClick={close}>Close</Button>}>
      <p className="text-ink-soft">{item.reason}</p>
      <ul className="divide-y divide-line">
        {calls.map((call) => <CallForm key={call.dutyCallId} caseId={item.caseId} call={call} onTicked={() => setTicked((before) => before + 1)} />)}
      </ul>
    </Dialog>
  );
}
