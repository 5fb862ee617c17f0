"use client";

import { counted } from "@/lib/format/due";
import type { ActionLine } from "@/lib/shared-actions/lines/schema";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { WarningStrip } from "../ui/signal/notice";

type BulkAcceptProps = { chosen: readonly ActionLine[]; onClear: () => void; onChanged: () => void; onAccepted: (actionIds: readonly string[]) => void };

/** Takes on several actions in one's own name, all or none. */
export function BulkAccept({ chosen, onClear, onChanged, onAccepted }: BulkAcceptProps) {
  const sending = useSend<{ accepted: number }, { actions: { actionId: string; version: number }[] }>({
    path: "/api/actions/accept",
    onSaved: ({ accepted }, { actions }) => {
      say({ title: `Accepted: ${counted(accepted, "action")} in your name` });
      onClear();
      onAccepted(actions.map(({ actionId }) => actionId));
    },
  });
  if (chosen.length === 0) return null;
  const isConflict = sending.problem?.error === "Conflict";
  return (
    <div className="sticky bottom-16 z-20 grid gap-2 border-t border-line bg-surface px-card py-3 lg:bottom-0 print:hidden">
      {sending.problem ? (
        <WarningStrip role="alert" title={isConflict ? "One of these was answered by someone else, so none was accepted." : sending.problem.message} action={<Button size="small" onClick={onChanged}>Show how they stand</Button>} />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="font-semibold">{counted(chosen.length, "action")} chosen</p>
        <div className="flex gap-2">
          <Button onClick={onClear}>Clear</Button>
          <Button look="primary" busy={sending.isSending} onClick={() => void sending.save({ actions: chosen.map(({ actionId, version }) => ({ actionId, version })) })}>
            Accept {chosen.length === 1 ? "it" : `all ${chosen.length}`}
          </Button>
        </div>
      </div>
    </div>
  );
}
