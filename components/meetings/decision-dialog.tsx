"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AgendaItem, Decide } from "../../lib/meetings/schema";
import { NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextArea } from "../ui/form/text-area";
import { ActionLine, type TypedAction } from "./action-line";

type Props = { item: AgendaItem; panelId: string; onClose: () => void };
type Done = { entryId: string; told: { what: string; who: string; when: string }[] };

const newAction = (item: AgendaItem): TypedAction => ({ what: "", ownerAgencyId: item.agencies[0]?.agencyId ?? "", dueOn: "" });

/** What the group decided on one case, why, and who does what by when. */
export function DecisionDialog({ item, panelId, onClose }: Props) {
  const router = useRouter();
  const [decision, setDecision] = useState("");
  const [reason, setReason] = useState("");
  const [actions, setActions] = useState<TypedAction[]>([]);
  const sending = useSend<Done, Decide>({
    path: "/api/meetings/decisions",
    onSaved: (done) => {
      say({ title: `Decision recorded on ${item.reference}`, steps: done.told.length > 0 ? done.told : [{ what: "Everyone working the case can read it in its log now" }] });
      onClose();
      router.refresh();
    },
  });
  const change = (index: number, next: TypedAction) => setActions((all) => all.map((one, at) => (at === index ? next : one)));
  return (
    <Dialog isOpen onClose={onClose} title={`Decision: ${item.title}`} width="wide">
      <Form name="decision" onSubmit={() => void sending.save({ panelId, caseId: item.caseId, decision, reason, actions })} errors={sending.errors} message={sending.message} className="grid gap-stack">
        <TextArea name="decision" label="What the group decided" limit={4000} value={decision} onChange={setDecision} autoFocus />
        <TextArea name="reason" label="Why" hint="The reason is what makes a decision stand" limit={2000} rows={2} value={reason} onChange={setReason} />
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-bold">Actions</legend>
          {actions.map((action, index) => (
            <ActionLine key={index} index={index} action={action} agencies={item.agencies} onChange={(next) => change(index, next)} onRemove={() => setActions((all) => all.filter((_, at) => at !== index))} />
          ))}
          <div>
            <Button onClick={() => setActions((all) => [...all, newAction(item)])}>Add an action</Button>
          </div>
        </fieldset>
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true })} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
            Record decision
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
