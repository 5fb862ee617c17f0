"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InterventionView } from "../../lib/interventions/schema";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DateInput } from "../ui/form/date-input";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { VisuallyHidden } from "../ui/visually-hidden";

type Props = { intervention: InterventionView; today: string };

/** The next step in an intervention's life: completed, varied, discharged. */
export function MoveButton({ intervention, today }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ to: "", on: today, note: "" });
  const sending = useStep(intervention, "move", "Step recorded", () => setOpen(false));
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Record a step<VisuallyHidden> of {intervention.label}</VisuallyHidden>
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`${intervention.label}: what happened`}>
        <Form name="move" className="grid gap-stack" onSubmit={() => void sending.save({ version: intervention.version, ...typed })} errors={sending.errors} message={sending.message}>
          <Select name="to" label="It is now" empty="Select" value={typed.to} onChange={(to) => setTyped({ ...typed, to })} options={intervention.moves.map((move) => ({ value: move.to, label: move.label }))} />
          <DateInput name="on" label="Since" value={typed.on} onChange={(on) => setTyped({ ...typed, on })} />
          <TextArea name="note" label="Note" optional limit={2000} value={typed.note} onChange={(note) => setTyped({ ...typed, note })} />
          <Save busy={sending.isSending} />
        </Form>
      </Dialog>
    </>
  );
}

/** Records that it was broken. It stays in force. */
export function BreachButton({ intervention, today }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ on: today, words: "" });
  const sending = useStep(intervention, "breach", "Breach recorded", () => setOpen(false));
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Record a breach<VisuallyHidden> of {intervention.label}</VisuallyHidden>
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Breach of ${intervention.label}`}>
        <Form name="breach" className="grid gap-stack" onSubmit={() => void sending.save({ version: intervention.version, ...typed })} errors={sending.errors} message={sending.message}>
          <DateInput name="on" label="When" value={typed.on} onChange={(on) => setTyped({ ...typed, on })} />
          <TextArea name="words" label="What happened" limit={2000} value={typed.words} onChange={(words) => setTyped({ ...typed, words })} />
          <Save busy={sending.isSending} />
        </Form>
      </Dialog>
    </>
  );
}

function useStep(intervention: InterventionView, step: "move" | "breach", title: string, close: () => void) {
  const router = useRouter();
  return useSend<object, object>({
    path: `/api/interventions/${intervention.interventionId}/${step}`,
    onSaved: () => {
      say({ title });
      close();
      router.refresh();
    },
  });
}

function Save({ busy }: { busy: boolean }) {
  return (
    <div className="flex justify-end">
      <Button type="submit" look="primary" keys="Ctrl ↵" busy={busy}>
        Record it
      </Button>
    </div>
  );
}
