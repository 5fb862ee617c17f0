"use client";

import { useState } from "react";
import type { ActionLine, Colleague } from "@/lib/shared-actions/lines/schema";
import type { ActionStands } from "@/lib/shared-actions/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { ActionConflict } from "./action-conflict";

type HandOnDialogProps = { line: Pick<ActionLine, "actionId" | "version" | "what">; colleagues: readonly Colleague[]; onClose: () => void; onSaved: () => void };

/** Gives an action to a colleague of the same agency, who is told at once. */
export function HandOnDialog({ line, colleagues, onClose, onSaved }: HandOnDialogProps) {
  const [memberId, setMemberId] = useState("");
  const sending = useSend<ActionStands, { version: number; memberId: string }>({
    path: `/api/actions/${line.actionId}/hand-on`,
    onSaved: (stands) => {
      say({ title: `Handed on. ${stands.ownerMemberName} has been told.` });
      onClose();
      onSaved();
    },
  });
  const save = (version: number) => void sending.save({ version, memberId });
  const isConflict = sending.problem?.error === "Conflict";
  return (
    <Dialog isOpen onClose={onClose} title="Hand on to a colleague">
      <Form name={`hand-on-${line.actionId}`} className="grid gap-4" errors={sending.errors} message={isConflict ? undefined : sending.message} onSubmit={() => save(line.version)}>
        <p className="font-semibold">{line.what}</p>
        <ActionConflict problem={sending.problem} onGoOn={save} />
        <Select autoFocus name="memberId" label="Who does it" empty="Select a colleague" value={memberId} onChange={setMemberId} options={colleagues.map((one) => ({ value: one.memberId, label: `${one.name}, ${one.title}` }))} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" look="primary" busy={sending.isSending}>
            Hand on
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
