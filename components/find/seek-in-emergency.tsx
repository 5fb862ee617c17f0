"use client";

import { useState } from "react";
import type { Sought } from "@/lib/cases/glass/schema";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DateInput } from "../ui/form/date-input";
import { Form } from "../ui/form/form";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { Row, Rows } from "../ui/layout/card";
import { WarningStrip } from "../ui/signal/notice";
import { OpenInEmergency } from "./open-in-emergency";

const empty = { givenName: "", familyName: "", bornOn: "", reason: "" };

/** Where somebody is in danger and all that is known is who they are: whom to ring, by exactly their name and day of birth. */
export function SeekInEmergency() {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(empty);
  const set = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }));
  const sending = useSend<Sought>({ path: "/api/cases/break-glass/seek" });
  function close() {
    setOpen(false);
    setTyped(empty);
    sending.clear();
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Look by name and date of birth</Button>
      <Dialog isOpen={isOpen} onClose={close} title="Look for a case in an emergency">
        {sending.data ? (
          <Answer sought={sending.data} onClose={close} />
        ) : (
          <Form name="seek" className="grid gap-card" onSubmit={() => void sending.save(typed)} errors={sending.errors} message={sending.message}>
            <WarningStrip title="Only when somebody is in danger and there is no time to ask.">Information governance is told each time, with your name and reason. Three times in a day at most.</WarningStrip>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextInput autoFocus name="givenName" label="First name" value={typed.givenName} onChange={(givenName) => set({ givenName })} />
              <TextInput name="familyName" label="Last name" value={typed.familyName} onChange={(familyName) => set({ familyName })} />
            </div>
            <DateInput name="bornOn" label="Date of birth" quick={[]} value={typed.bornOn} onChange={(bornOn) => set({ bornOn })} />
            <TextArea name="reason" label="What is happening, and why you need this now" rows={2} limit={500} value={typed.reason} onChange={(reason) => set({ reason })} />
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={close}>Do not look</Button>
              <Button type="submit" look="primary" busy={sending.isSending}>Look and tell governance</Button>
            </div>
          </Form>
        )}
      </Dialog>
    </>
  );
}

function Answer({ sought: { pointers, triesLeft }, onClose }: { sought: Sought; onClose: () => void }) {
  return (
    <div className="grid gap-card" role="status">
      {pointers.length === 0 ? (
        <p>No open case is found by exactly that name and date of birth. That does not mean there is none. If somebody is in danger now, ring 999.</p>
      ) : (
        <Rows label="Cases found">
          {pointers.map((pointer) => (
            <Row key={pointer.reference}>
              <p>{pointer.reference} is led by {pointer.leadName}: ring {pointer.ring}.</p>
              <OpenInEmergency pointer={pointer} />
            </Row>
          ))}
        </Rows>
      )}
      <p className="text-note text-ink-soft">{triesLeft === 0 ? "That was the last time until tomorrow." : `You can look ${triesLeft === 1 ? "once" : "twice"} more today.`}</p>
      <div className="flex justify-end"><Button onClick={onClose}>Close</Button></div>
    </div>
  );
}
