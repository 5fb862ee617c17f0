"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { involvementRoleLabels } from "@/lib/cases/labels";
import { involvementRoles, type InvolvementRole } from "@/lib/cases/schema";
import { sideOfRole } from "@/lib/cases/involvements/rules";
import type { InvolvedView } from "@/lib/cases/involvements/schema";
import { NamesAsked } from "../names-asked";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { RadioPills } from "../../ui/form/radio-pills";
import { Select } from "../../ui/form/select";
import { TextInput } from "../../ui/form/text-input";
import { emptyPerson, PersonFields, requestPerson } from "./person-fields";

type Side = "both" | "victim" | "perpetrator";
type AddPersonProps = { caseId: string; people: readonly InvolvedView[]; side: Side };

/** Puts somebody on the case: new, or somebody who is on it already in another role. */
export function AddPerson(props: AddPersonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>Add a person</Button>
      {isOpen ? <AddDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function rolesFor(side: Side): InvolvementRole[] {
  return involvementRoles.filter((role) => role === "household_member" || side === "both" || [side, "both"].includes(sideOfRole(role)));
}

function AddDialog({ caseId, people, side, onClose }: AddPersonProps & { onClose: () => void }) {
  const router = useRouter();
  const [personId, setPersonId] = useState("");
  const [person, setPerson] = useState(emptyPerson);
  const [role, setRole] = useState("");
  const [household, setHousehold] = useState<"victim" | "perpetrator" | null>(side === "both" ? null : side);
  const [note, setNote] = useState("");
  const known = [...new Map(people.map((each) => [each.personId, each.name]))];
  const sending = useSend({
    path: `/api/cases/${caseId}/people`,
    onSaved: () => {
      say({ title: "Added to the case. Agencies on their side can see them now." });
      onClose();
      router.refresh();
    },
  });
  const body = { role, note, ...(personId ? { personId } : { person: requestPerson(person) }), ...(role === "household_member" && household ? { side: household } : {}) };
  return (
    <Dialog isOpen onClose={onClose} title="Add a person">
      <Form name="add-person" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save(body)}>
        <Select name="role" label="How are they involved?" empty="Select a role" value={role} onChange={setRole} options={rolesFor(side).map((each) => ({ value: each, label: involvementRoleLabels[each] }))} />
        {role === "household_member" && side === "both" ? (
          <RadioPills name="side" label="Whose household?" value={household} onChange={setHousehold} choices={[{ value: "victim", label: "The victim's" }, { value: "perpetrator", label: "The person alleged's" }]} />
        ) : null}
        {known.length > 0 ? <Select name="personId" optional label="Somebody on this case already" empty="No, somebody new" value={personId} onChange={setPersonId} options={known.map(([id, name]) => ({ value: id, label: name }))} /> : null}
        {personId ? null : <PersonFields value={person} onChange={setPerson} />}
        <TextInput name="note" optional label="Note" hint="For example: lives at no. 14 with his mother." value={note} onChange={setNote} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={sending.isSending}>Add to the case</Button>
        </div>
      </Form>
    </Dialog>
  );
}
