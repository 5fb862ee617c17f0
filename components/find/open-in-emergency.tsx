"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Pointer } from "@/lib/cases/find/schema";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { RadioPills } from "../ui/form/radio-pills";
import { TextArea } from "../ui/form/text-area";
import { WarningStrip } from "../ui/signal/notice";

type Opened = { caseId: string };
type Props = { /** Known to exist, with whom to ring. */ pointer: Pick<Pointer, "reference" | "leadName" | "ring">; reference?: undefined } | { /** As it was typed. */ reference: string; pointer?: undefined };

const lengths = [{ value: "1", label: "1 hour" }, { value: "2", label: "2 hours" }, { value: "4", label: "4 hours" }] as const;

/** Opens a case that is not shared with the member's agency, where somebody is in danger: says first who is told and how long it lasts. */
export function OpenInEmergency({ pointer, reference = pointer?.reference ?? "" }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState<(typeof lengths)[number]["value"]>("4");
  const sending = useSend<Opened>({ path: "/api/cases/break-glass", onSaved: ({ caseId }) => router.push(`/cases/${caseId}`) });
  const isUnknown = sending.problem?.error === "NotFound";
  const close = () => {
    setOpen(false);
    sending.clear();
  };
  return (
    <>
      <Button look={pointer ? "quiet" : "secondary"} size="small" className={pointer ? "relative z-10 -ms-2.5 touch:-ms-3.5" : undefined} aria-label={`Open in an emergency: ${reference}`} onClick={() => setOpen(true)}>
        Open in an emergency
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={`Open ${reference} in an emergency`}>
        <Form name="break-glass" className="grid gap-card" onSubmit={() => void sending.save({ reference, reason, hours: Number(hours) })} errors={sending.errors} message={isUnknown ? undefined : sending.message}>
          <WarningStrip title="Only when somebody is in danger and there is no time to ask.">{pointer?.ring ? <>Otherwise ring {pointer.leadName}: {pointer.ring}.</> : null}</WarningStrip>
          <What leadName={pointer?.leadName} />
          {isUnknown ? (
            <WarningStrip role="alert" title="There is no case with this reference that you can open.">Check it letter by letter with whoever gave it to you. If somebody is in danger now, ring 999.</WarningStrip>
          ) : null}
          <TextArea autoFocus name="reason" label="What is happening, and why you need this case now" hint="The lead agency and governance read it, and it stands in the log." rows={3} limit={500} value={reason} onChange={setReason} />
          <RadioPills name="hours" label="For how long" choices={lengths} value={hours} onChange={setHours} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>Do not open</Button>
            <Button type="submit" look="primary" busy={sending.isSending || sending.data !== undefined}>Open it and tell them</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}

function What({ leadName }: { leadName?: string }) {
  return (
    <ul className="list-disc ps-4.5">
      <li>{leadName ?? "The agency that leads it"} and information governance are told at once, with your name and reason.</li>
      <li>You read it on your agency’s side, and write nothing. It closes by itself after 4 hours at most.</li>
      <li>Everything you open is recorded, and somebody looks afterwards at whether it was right.</li>
    </ul>
  );
}
