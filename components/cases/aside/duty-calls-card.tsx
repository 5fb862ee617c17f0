"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DutyCallView } from "@/lib/cases/page/aside/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Form } from "../../ui/form/form";
import { TextInput } from "../../ui/form/text-input";
import { Card } from "../../ui/layout/card";
import { DueTag } from "../../ui/signal/due-tag";

function Tick({ caseId, call, onDone }: { caseId: string; call: DutyCallView; onDone: () => void }) {
  const [note, setNote] = useState("");
  const sending = useSend({
    path: `/api/cases/${caseId}/duty-calls/${call.id}`,
    onSaved: () => {
      say({ title: `Ticked off: ${call.name}. It is in the log.` });
      onDone();
    },
  });
  return (
    <Form name={`call-${call.id}`} className="mt-2 grid gap-2" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: call.version, note })}>
      <TextInput name="note" autoFocus label="Whom you spoke to, and what was agreed" value={note} onChange={setNote} />
      <div><Button type="submit" look="primary" size="small" busy={sending.isSending}>Tick off</Button></div>
    </Form>
  );
}

/** Somebody on duty who must be told in person: an e-mail does not count. Not a list for j and k: on this page those go along the log. */
export function DutyCallsCard({ caseId, calls, mayTick }: { caseId: string; calls: readonly DutyCallView[]; mayTick: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState<string | null>(null);
  if (calls.length === 0) return null;
  return (
    <Card title="Ring now" flush>
      <ul aria-label="Calls still to make" className="divide-y divide-line">
        {calls.map((call) => (
          <li key={call.id} className="px-card py-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <div className="min-w-0 flex-1 basis-48">
                <p>{call.agencyName ? <>{call.agencyName} · </> : null}{call.name} <strong className="text-lead tabular-nums whitespace-nowrap">{call.phone}</strong></p>
                <p className="text-note text-ink-soft">{call.reason}</p>
              </div>
              <DueTag {...call.due} dueAt={call.due.at} />
              {mayTick && open !== call.id ? <Button size="small" onClick={() => setOpen(call.id)}>I have rung them</Button> : null}
            </div>
            {open === call.id ? <Tick caseId={caseId} call={call} onDone={() => { setOpen(null); router.refresh(); }} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
