"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { findingLabels } from "@/lib/cases/involvements/labels";
import { findings, type Finding, type InvolvedView } from "@/lib/cases/involvements/schema";
import { NamesAsked } from "../names-asked";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextInput } from "../../ui/form/text-input";

/** Until they admitted it or it was found, somebody is "alleged". */
export function ResponsibleDialog({ caseId, person, onClose }: { caseId: string; person: InvolvedView; onClose: () => void }) {
  const router = useRouter();
  const [finding, setFinding] = useState<Finding | null>(null);
  const [note, setNote] = useState("");
  const sending = useSend({
    path: `/api/cases/${caseId}/people/${person.id}/role`,
    onSaved: () => {
      say({ title: `${person.name} is now recorded as responsible. It is in the log.` });
      onClose();
      router.refresh();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={`${person.name}: admitted or found`}>
      <Form name="role" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: person.version, finding, note })}>
        <RadioPills name="finding" label="What changed" layout="rows" value={finding} onChange={setFinding} choices={findings.map((each) => ({ value: each, label: findingLabels[each] }))} />
        <TextInput name="note" label="When, and by whom" hint="It is written into the log." value={note} onChange={setNote} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave it as alleged</Button>
          <Button type="submit" look="primary" busy={sending.isSending}>Record as responsible</Button>
        </div>
      </Form>
    </Dialog>
  );
}
