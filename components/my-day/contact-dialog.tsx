"use client";

import { useState } from "react";
import { contactTypeLabels } from "@/lib/contacts/labels";
import { nearDayAndTime } from "@/lib/format/dates";
import { sentences } from "@/lib/format/text";
import type { ContactDue } from "@/lib/notices/my-day/schema";
import { NextContact } from "../cases/log/next-contact";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { RadioPills } from "../ui/form/radio-pills";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { InfoStrip } from "../ui/signal/notice";

type ContactDialogProps = { item: ContactDue; isTry: boolean; onClose: () => void; onSaved: () => void };
type Way = "phone_out" | "phone_in" | "visit" | "met" | "failed_attempt";
type Typed = { type: Way; body: string; safeHonoured: "" | "yes" | "no"; impact: "" | "better" | "same" | "worse"; promise: string; nextContactAt: string };

const ways: Way[] = ["phone_out", "phone_in", "visit", "met", "failed_attempt"];
const impacts = [{ value: "better" as const, label: "Better" }, { value: "same" as const, label: "The same" }, { value: "worse" as const, label: "Worse" }];

function bodyOf(item: ContactDue, typed: Typed) {
  const isTry = typed.type === "failed_attempt";
  return {
    withWhom: item.involvementId, type: typed.type, body: typed.body, promise: typed.promise,
    ...(typed.safeHonoured ? { safeHonoured: typed.safeHonoured === "yes" } : {}),
    ...(typed.impact && !isTry ? { impact: typed.impact } : {}),
    ...(typed.nextContactAt ? { nextContactAt: typed.nextContactAt } : {}),
  };
}

/** Logs a call from the day's list: how they want to be reached stands above the number. */
export function ContactDialog({ item, isTry, onClose, onSaved }: ContactDialogProps) {
  const [typed, setTyped] = useState<Typed>({ type: isTry ? "failed_attempt" : "phone_out", body: "", safeHonoured: "", impact: "", promise: "", nextContactAt: "" });
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const sending = useSend<{ nextContactAt: string | null }, ReturnType<typeof bodyOf>>({
    path: `/api/cases/${item.caseId}/contacts`,
    onSaved: ({ nextContactAt }) => {
      say({ title: "In the log", steps: nextContactAt ? [{ what: `Next contact with ${item.name}`, when: nearDayAndTime(nextContactAt, new Date()) }] : [] });
      onClose();
      onSaved();
    },
  });
  const isFailed = typed.type === "failed_attempt";
  return (
    <Dialog isOpen onClose={onClose} title={`Contact with ${item.name}`} width="wide">
      <div className="grid gap-4">
        {item.wishes.length > 0 ? <InfoStrip title="Before you ring:">{sentences(item.wishes)}</InfoStrip> : null}
        {item.phones.length > 0 ? <p className="text-lead font-bold tabular-nums">{item.phones.join(" or ")}</p> : <p className="text-ink-soft">No number is kept here. Open the case to see how to reach them.</p>}
        {item.promised ? <p><strong>Promised last time:</strong> {item.promised}</p> : null}
        <Form name={`contact-${item.caseId}`} className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save(bodyOf(item, typed))}>
          <RadioPills name="type" label="How" value={typed.type} onChange={(type) => change({ type })} choices={ways.map((way) => ({ value: way, label: contactTypeLabels[way] }))} />
          {item.wishes.length > 0 ? <RadioPills name="safeHonoured" label="Were these wishes kept?" value={typed.safeHonoured || null} onChange={(safeHonoured) => change({ safeHonoured })} choices={[{ value: "yes" as const, label: "Yes" }, { value: "no" as const, label: "No" }]} /> : null}
          <TextArea name="body" label={isFailed ? "What happened" : "In their own words"} optional={isFailed} rows={3} value={typed.body} onChange={(body) => change({ body })} />
          {isFailed ? null : <RadioPills name="impact" label="How are things since last time?" value={typed.impact || null} onChange={(impact) => change({ impact })} choices={impacts} />}
          <TextInput name="promise" label="What did you promise?" optional value={typed.promise} onChange={(promise) => change({ promise })} />
          <NextContact isVictim value={typed.nextContactAt} onChange={(nextContactAt) => change({ nextContactAt })} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>Back</Button>
            <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>Add to log</Button>
          </div>
        </Form>
      </div>
    </Dialog>
  );
}
