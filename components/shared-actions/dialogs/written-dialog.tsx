"use client";

import { useState } from "react";
import type { ActionLine } from "@/lib/shared-actions/lines/schema";
import type { ActionStands } from "@/lib/shared-actions/schema";
import { NamesAsked } from "../../cases/names-asked";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { TextArea } from "../../ui/form/text-area";
import { ActionConflict } from "./action-conflict";
import { writtenActs, type WrittenAct } from "./words";

type WrittenDialogProps = { act: WrittenAct; line: Pick<ActionLine, "actionId" | "version" | "what">; onClose: () => void; onSaved: () => void };

/** Declining, finishing and cancelling: each asks for a few lines and says what happens next. */
export function WrittenDialog({ act, line, onClose, onSaved }: WrittenDialogProps) {
  const words = writtenActs[act];
  const [text, setText] = useState("");
  const sending = useSend<ActionStands, Record<string, unknown>>({
    path: `/api/actions/${line.actionId}/${act}`,
    onSaved: (stands) => {
      say(words.said(stands));
      onClose();
      onSaved();
    },
  });
  const save = (version: number) => void sending.save({ version, [words.field]: text });
  const isConflict = sending.problem?.error === "Conflict";
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <Form name={`${act}-${line.actionId}`} className="grid gap-4" errors={sending.errors} message={isConflict ? undefined : sending.message} onSubmit={() => save(line.version)}>
        <p className="font-semibold">{line.what}</p>
        <ActionConflict problem={sending.problem} onGoOn={save} />
        <TextArea autoFocus name={words.field} label={words.label} hint={words.hint} rows={3} limit={words.limit} value={text} onChange={setText} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
            {words.button}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
