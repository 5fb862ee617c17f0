"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ActionLine } from "@/lib/shared-actions/lines/schema";
import type { Askable } from "@/lib/shared-actions/plan/schema";
import type { ActionStands } from "@/lib/shared-actions/schema";
import { say } from "../../shell/said";
import { ask } from "../../shell/send";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { FactStrip } from "../../ui/signal/notice";
import { isHeldForNames, NamesAsked } from "../../cases/names-asked";
import { ActionConflict } from "./action-conflict";

type AskAgainDialogProps = { line: Pick<ActionLine, "actionId" | "version" | "caseId" | "what" | "ownerAgency" | "declineReason">; onClose: () => void; onSaved: () => void };

/** After a refusal: someone else on the case, or the same again, with the due time unchanged. */
export function AskAgainDialog({ line, onClose, onSaved }: AskAgainDialogProps) {
  const [ownerAgencyId, setOwner] = useState("");
  const found = useQuery({ queryKey: ["askable", line.caseId], queryFn: ({ signal }) => ask<{ askable: Askable[] }>(`/api/cases/${line.caseId}/actions/askable`, {}, { signal }) });
  const sending = useSend<ActionStands, { version: number; ownerAgencyId: string; confirmsNames?: boolean }>({
    path: `/api/actions/${line.actionId}/ask-again`,
    onSaved: (stands) => {
      say({ title: `Asked ${stands.ownerAgencyName}. They have been told.`, steps: [{ what: "The due time has not changed." }] });
      onClose();
      onSaved();
    },
  });
  const save = (version: number) => void sending.save({ version, ownerAgencyId });
  const isConflict = sending.problem?.error === "Conflict";
  const agencies = found.data?.askable.filter((one) => one.mayBeAsked) ?? [];
  return (
    <Dialog isOpen onClose={onClose} title="Ask someone else">
      <Form name={`ask-again-${line.actionId}`} className="grid gap-4" errors={sending.errors} message={isConflict || isHeldForNames(sending.problem) ? undefined : sending.message} onSubmit={() => save(line.version)}>
        <p className="font-semibold">{line.what}</p>
        <FactStrip title={`${line.ownerAgency} declined:`}>{line.declineReason}</FactStrip>
        <ActionConflict problem={sending.problem} onGoOn={save} />
        <Select
          name="ownerAgencyId" label="Who is asked" hint="Agencies on this case. Share the case first to ask another."
          empty={found.isPending ? "Finding the agencies on this case…" : "Select an agency"}
          error={found.isError ? "We could not find the agencies. Close this and try again." : undefined}
          value={ownerAgencyId} onChange={setOwner} options={agencies.map((one) => ({ value: one.agencyId, label: one.name }))}
        />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => void sending.save({ version: line.version, ownerAgencyId, confirmsNames: true })} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" look="primary" busy={sending.isSending}>
            Ask
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
