"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState } from "react";
import type { AgreementListView } from "@/lib/agencies/agreements/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { CheckboxGroup } from "../../ui/form/checkbox";
import { DateInput } from "../../ui/form/date-input";
import { Form } from "../../ui/form/form";
import { TextInput } from "../../ui/form/text-input";
import { adminPaths } from "../admin-paths";

type Purposes = AgreementListView["purposes"];

/** Proposes an agreement: its signatories are added next, and a second person makes it live. */
export function ProposeAgreement({ purposes }: { purposes: Purposes }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ name: "", purposes: [] as Purposes[number]["value"][], startsOn: "", endsOn: "" });
  const sending = useSend<{ agreementId: string }, object>({
    path: "/api/agreements",
    onSaved: ({ agreementId }) => {
      say({ title: "The agreement is proposed.", steps: [{ what: "Add who signs it. Somebody else of county governance then makes it live." }] });
      router.push(adminPaths.agreement(agreementId) as Route);
    },
  });
  return (
    <>
      <Button look="primary" data-key="a" keys="A" onClick={() => setOpen(true)}>Propose an agreement</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Propose an agreement" width="wide">
        <Form name="propose" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save(typed)}>
          <TextInput name="name" label="What it is called" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} autoFocus />
          <CheckboxGroup name="purposes" label="What it is for" value={typed.purposes} onChange={(chosen) => setTyped({ ...typed, purposes: chosen })} choices={purposes} />
          <DateInput name="startsOn" label="First day" quick={["today"]} value={typed.startsOn} onChange={(startsOn) => setTyped({ ...typed, startsOn })} />
          <DateInput name="endsOn" label="Last day" hint="It ends at midnight after this day" quick={[]} value={typed.endsOn} onChange={(endsOn) => setTyped({ ...typed, endsOn })} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>Propose</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
