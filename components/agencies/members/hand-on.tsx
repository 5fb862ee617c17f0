"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { LeaverView, WorkHandedOn } from "@/lib/agencies/members/schema";
import { counted } from "@/lib/format/due";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/form/checkbox";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { Card } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";

const kindWords = { case: "Named officer of", action: "Open action on" };

/** A leaver's open work, all of it chosen to begin with, and the colleague who takes on what is chosen. */
export function HandOn({ view }: { view: LeaverView }) {
  const router = useRouter();
  const { member, work, colleagues } = view;
  const [left, setLeft] = useState<string[]>([]);
  const [toMemberId, setTo] = useState("");
  const items = work.map(({ id }) => id).filter((id) => !left.includes(id));
  const sending = useSend<WorkHandedOn, object>({
    path: `/api/members/${member.memberId}/hand-on`,
    onSaved: ({ handedOn, kept, toName }) => {
      say({ title: `${handedOn} handed on to ${toName}.`, steps: kept > 0 ? [{ what: `${toName} cannot take ${kept} of them. Choose another colleague for what is left.` }] : [{ what: "It is in their day now, and the log of each case says so." }] });
      setLeft([]);
      router.refresh();
    },
  });
  const toggle = (id: string, chosen: boolean) => setLeft(chosen ? left.filter((one) => one !== id) : [...left, id]);
  if (work.length === 0) return <Card title="1. Open work" aside="None"><p className="text-ink-soft">Nothing is left in their hands.</p></Card>;
  return (
    <Card title="1. Hand on their open work" aside={counted(work.length, "thing")}>
      {colleagues.length === 0 ? <EmptyState level={3} title="Nobody here can take it on">Add a colleague who works cases first.</EmptyState> : (
        <Form name="hand-on" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ toMemberId, items })}>
          <div className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-64"><Select name="toMemberId" label="Who takes it on" empty="Select" value={toMemberId} onChange={setTo} options={colleagues.map(({ memberId, name, title, held }) => ({ value: memberId, label: `${name}, ${title} (holds ${held})` }))} /></div>
            <Button type="submit" look="primary" busy={sending.isSending}>Hand on {items.length === work.length ? "all" : items.length}</Button>
          </div>
          <fieldset className="grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
            <legend className="mb-1 text-note text-ink-soft">Untick what goes to somebody else. You see references only: what a case is about is for those who work it.</legend>
            {work.map(({ id, kind, reference }) => <Checkbox key={id} name={`item-${id}`} label={<>{kindWords[kind]} <span className="font-bold tabular-nums">{reference}</span></>} checked={!left.includes(id)} onChange={(chosen) => toggle(id, chosen)} />)}
          </fieldset>
        </Form>
      )}
    </Card>
  );
}
