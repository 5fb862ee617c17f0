"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { sideLabels } from "@/lib/agencies/county/labels";
import { agencyKindLabels } from "@/lib/agencies/labels";
import type { CountyView } from "@/lib/agencies/county/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { TextInput } from "../../ui/form/text-input";
import { VisuallyHidden } from "../../ui/visually-hidden";

type Agency = CountyView["agencies"][number];

const kinds = Object.entries(agencyKindLabels).map(([value, label]) => ({ value, label }));
const sides = Object.entries(sideLabels).map(([value, label]) => ({ value, label }));
const blank = { name: "", shortName: "", organisation: "", code: "", kind: "", side: "both", emailDomains: "", contactName: "", contactPhone: "", outOfHoursName: "", outOfHoursPhone: "" };

const typedOf = (one: Agency) => ({ ...blank, name: one.name, shortName: one.shortName, emailDomains: one.emailDomains.join(" "), contactName: one.contactName, contactPhone: one.contactPhone, outOfHoursName: one.outOfHoursName, outOfHoursPhone: one.outOfHoursPhone });

/** Adds an agency, or changes what it is called, whom to ring and its e-mail domains. */
export function AgencyDialog({ view, agency }: { view: CountyView; agency?: Agency }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(agency ? typedOf(agency) : blank);
  const change = (next: Partial<typeof blank>) => setTyped({ ...typed, ...next });
  const sending = useSend({
    path: agency ? `/api/agencies/${agency.agencyId}/change` : "/api/agencies",
    onSaved: () => {
      say({ title: agency ? `${typed.name} is changed.` : `${typed.name} is added.`, steps: agency ? undefined : [{ what: "Have it sign an agreement, and add its administrator: from then on it adds its own members." }] });
      if (!agency) setTyped(blank);
      setOpen(false);
      router.refresh();
    },
  });
  const { code, organisation, kind, side, ...called } = typed;
  const save = () => void sending.save(agency ? { version: agency.version, ...called } : { code, organisation, kind, side, ...called });
  return (
    <>
      <Button look={agency ? "secondary" : "primary"} size={agency ? "small" : "normal"} data-key={agency ? "c" : "a"} onClick={() => { if (agency) setTyped(typedOf(agency)); setOpen(true); }}>{agency ? <>Change<VisuallyHidden> {agency.name}</VisuallyHidden></> : "Add an agency"}</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={agency ? `Change ${agency.name}` : "Add an agency"} width="wide">
        <Form name="agency" className="grid gap-4" errors={sending.errors} message={sending.problem?.error === "Conflict" ? "Somebody changed this agency meanwhile. Close this, open the page again, and change what is still needed." : sending.message} onSubmit={save}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput name="name" label="Name" value={typed.name} onChange={(name) => change({ name })} autoFocus />
            <TextInput name="shortName" label="Short name" hint="For lists" value={typed.shortName} onChange={(shortName) => change({ shortName })} />
          </div>
          {agency ? null : <NewAgency typed={typed} change={change} organisations={view.organisations} />}
          <TextInput name="emailDomains" label="Domains of its e-mail addresses" hint="Like agency.gov.uk, with spaces between them. An invitation to any other address waits for a second person" value={typed.emailDomains} onChange={(emailDomains) => change({ emailDomains })} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput name="contactName" label="Whom partners ring" optional value={typed.contactName} onChange={(contactName) => change({ contactName })} />
            <TextInput name="contactPhone" label="Phone" optional inputMode="tel" value={typed.contactPhone} onChange={(contactPhone) => change({ contactPhone })} />
            <TextInput name="outOfHoursName" label="Out of hours" optional value={typed.outOfHoursName} onChange={(outOfHoursName) => change({ outOfHoursName })} />
            <TextInput name="outOfHoursPhone" label="Phone out of hours" optional inputMode="tel" value={typed.outOfHoursPhone} onChange={(outOfHoursPhone) => change({ outOfHoursPhone })} />
          </div>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>{agency ? "Save" : "Add"}</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}

type NewProps = { typed: typeof blank; change: (next: Partial<typeof blank>) => void; organisations: string[] };

function NewAgency({ typed, change, organisations }: NewProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput name="organisation" label="The body it belongs to" hint="Reach is never inherited from it" list="organisations" value={typed.organisation} onChange={(organisation) => change({ organisation })} />
      <datalist id="organisations">{organisations.map((name) => <option key={name} value={name} />)}</datalist>
      <TextInput name="code" label="Code" hint="Small letters and hyphens, like fenland-dc. It stays" value={typed.code} onChange={(code) => change({ code })} />
      <Select name="kind" label="What it does" empty="Select" options={kinds} value={typed.kind} onChange={(kind) => change({ kind })} />
      <Select name="side" label="Which side it works on" options={sides} value={typed.side} onChange={(side) => change({ side })} />
    </div>
  );
}
