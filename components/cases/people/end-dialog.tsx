"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { endReasonLabels } from "@/lib/cases/involvements/labels";
import { endReasons, type EndReason, type InvolvedView } from "@/lib/cases/involvements/schema";
import { NamesAsked } from "../names-asked";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextInput } from "../../ui/form/text-input";

/** Takes somebody off a case. Nothing is deleted: the reason stays. */
export function EndDialog({ caseId, person, onClose }: { caseId: string; person: InvolvedView; onClose: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState<EndReason | null>(null);
  const [note, setNote] = useState("");
  const sending = useSend({
    path: `/api/cases/${caseId}/people/${person.id}/end`,
    onSaved: () => {
      say({ title: "Taken off the case. It is in the log, and nothing was deleted." });
      onClose();
      router.refresh();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={`Take ${person.name} off the case`}>
      <Form name="end" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: person.version, reason, note })}>
        <RadioPills name="reason" label="Why" layout="rows" value={reason} onChange={setReason} choices={endReasons.map((each) => ({ value: each, label: endReasonLabels[each] }))} />
        <TextInput name="note" label="What happened" hint="It is written into the log." value={note} onChange={setNote} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave them on</Button>
          <Button type="submit" look="primary" busy={sending.isSending}>Take off the case</Button>
        </div>
      </Form>
    </Dialog>
  );
}
