"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { CountyView } from "@/lib/agencies/county/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { TextInput } from "../../ui/form/text-input";
import { VisuallyHidden } from "../../ui/visually-hidden";

type Area = CountyView["areas"][number];

/** Adds an area, or changes one: its name, and who takes on reports that nobody else does. */
export function AreaDialog({ area }: { area?: Area }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ code: "", name: area?.name ?? "", intakeMemberId: area?.intakeMemberId ?? "" });
  const sending = useSend({
    path: area ? `/api/areas/${area.areaId}/change` : "/api/areas",
    onSaved: () => {
      say({ title: area ? `${typed.name} is changed.` : `${typed.name} is added.`, steps: area ? undefined : [{ what: "Agencies work here once they have signed a live agreement for it." }] });
      if (!area) setTyped({ code: "", name: "", intakeMemberId: "" });
      setOpen(false);
      router.refresh();
    },
  });
  const save = () => void sending.save(area ? { version: area.version, name: typed.name, intakeMemberId: typed.intakeMemberId || null } : { code: typed.code, name: typed.name });
  return (
    <>
      <Button size={area ? "small" : "normal"} data-key={area ? "c" : "r"} onClick={() => setOpen(true)}>{area ? <>Change<VisuallyHidden> {area.name}</VisuallyHidden></> : "Add an area"}</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={area ? `Change ${area.name}` : "Add an area"}>
        <Form name="area" className="grid gap-4" errors={sending.errors} message={sending.problem?.error === "Conflict" ? "Somebody changed this area meanwhile. Close this, open the page again, and change what is still needed." : sending.message} onSubmit={save}>
          <TextInput name="name" label="Name" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} autoFocus />
          {area ? (
            <Select name="intakeMemberId" label="Who takes on its reports" hint="Reports that a call taker leaves to the area. Somebody who works cases, at an agency with a live agreement here" empty={area.takers.length > 0 ? "Nobody yet" : "Nobody can yet: an agency signs, and adds a member, first"} options={area.takers} value={typed.intakeMemberId} onChange={(intakeMemberId) => setTyped({ ...typed, intakeMemberId })} />
          ) : <TextInput name="code" label="Code" hint="Three letters, like FEN. It begins the reference of each case, and stays" size="tiny" value={typed.code} onChange={(code) => setTyped({ ...typed, code })} />}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>{area ? "Save" : "Add"}</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
