"use client";

import { useState } from "react";
import type { CallView } from "@/lib/assessments/intake/schema";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { TextInput } from "@/components/ui/form/text-input";
import { TickIcon } from "@/components/ui/icons";
import { DueTag } from "@/components/ui/signal/due-tag";
import { reportPaths } from "../paths";

/** Whom to ring now, each to tick off with what was said. */
export function CallList({ calls }: { calls: readonly CallView[] }) {
  return (
    <ul data-list="" className="divide-y divide-line">
      {calls.map((call) => <CallRow key={call.callId} call={call} />)}
    </ul>
  );
}

function CallRow({ call }: { call: CallView }) {
  const [isDone, setIsDone] = useState(call.isDone);
  const [note, setNote] = useState("");
  const sending = useSend<{ callId: string }, { version: number; note: string }>({ path: reportPaths.call(call.callId), onSaved: () => setIsDone(true) });
  return (
    <li data-row="" tabIndex={-1} className="grid gap-2 px-card py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>
          <strong>{call.agencyName}</strong> · {call.name} <strong className="text-lead tabular-nums whitespace-nowrap">{call.phone}</strong>
        </p>
        {isDone ? <span role="status" className="flex items-center gap-1.5 font-semibold"><TickIcon /> Rung</span> : <DueTag words={call.dueWords} tone="soon" dueAt={call.dueAt} />}
      </div>
      {isDone ? null : (
        <Form name={call.callId} onSubmit={() => void sending.save({ version: call.version, note })} errors={sending.errors} message={sending.message}>
          <div className="flex flex-wrap items-end gap-2">
            <div className="min-w-0 flex-1 basis-64">
              <TextInput name="note" label="Whom you spoke to, and what was agreed" value={note} onChange={setNote} />
            </div>
            <Button type="submit" busy={sending.isSending}>I rang them</Button>
          </div>
        </Form>
      )}
    </li>
  );
}
