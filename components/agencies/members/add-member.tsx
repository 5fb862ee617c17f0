"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MemberAdded, RegisterView } from "@/lib/agencies/members/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput } from "../../ui/form/date-input";
import { Form } from "../../ui/form/form";
import { TextInput } from "../../ui/form/text-input";
import { LinkDialog } from "../invitations/link-dialog";
import { MemberFields, type MemberTyped } from "./member-fields";

const empty: MemberTyped & { name: string; email: string; startsOn: string } = { name: "", email: "", startsOn: "", title: "", phone: "", team: "", roles: ["practitioner"], trainedIn: [] };

function sayAdded(added: MemberAdded) {
  say({
    title: `${added.name} is added.`,
    steps: [
      { what: added.inviteWaits ? `The invitation waits for ${added.secondWords}: the address is not of your agency's domains.` : added.link ? "Hand them the link: it lets them in, once." : "An invitation goes to this address by e-mail. It works once, within 7 days." },
      ...(added.waiting.length > 0 ? [{ what: `“${added.waiting.join("”, “")}” waits for ${added.secondWords}.` }] : []),
      { what: "Confirm that they still need their access", when: "in 90 days" },
    ],
  });
}

/** A starter. What was typed stays when the dialog is closed by mistake. */
export function AddMember({ view }: { view: RegisterView }) {
  const router = useRouter();
  const offersCasework = view.roleChoices.some(({ value }) => value === "practitioner");
  const blank = offersCasework ? empty : { ...empty, roles: [] };
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<MemberAdded>();
  const [typed, setTyped] = useState(blank);
  const sending = useSend<MemberAdded, typeof blank & { agencyId: string }>({
    path: "/api/members",
    onSaved: (answer) => {
      sayAdded(answer);
      setAdded(answer);
      setTyped(blank);
      setOpen(false);
      router.refresh();
    },
  });
  const change = (next: Partial<typeof blank>) => setTyped({ ...typed, ...next });
  return (
    <>
      <Button look="primary" data-key="a" keys="A" onClick={() => setOpen(true)}>Add a member</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Add a member of ${view.agency.name}`} width="wide">
        <Form name="add-member" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ ...typed, agencyId: view.agency.agencyId })}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput name="name" label="Full name" value={typed.name} onChange={(name) => change({ name })} autoFocus />
            <TextInput name="email" label="Work e-mail" type="email" value={typed.email} onChange={(email) => change({ email })} />
          </div>
          <MemberFields typed={typed} change={change} view={view} />
          <DateInput name="startsOn" label="First day" hint="Leave empty for today" optional quick={[]} value={typed.startsOn} onChange={(startsOn) => change({ startsOn })} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button type="submit" look="primary" busy={sending.isSending} keys="Ctrl ↵">Add</Button>
          </div>
        </Form>
      </Dialog>
      {added?.link ? <LinkDialog link={added.link} name={added.name} isReset={false} onClose={() => setAdded(undefined)} /> : null}
    </>
  );
}
