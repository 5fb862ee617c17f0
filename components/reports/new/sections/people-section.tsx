"use client";

import { channelLabels } from "@/lib/reports/labels";
import { reportChannels, type ReportChannel } from "@/lib/reports/schema";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { emptyPerson, type PersonDraft, type ReportDraft } from "../value";
import { PersonFields } from "./person-fields";
import type { SectionProps } from "./section-props";

const who: { value: Exclude<ReportDraft["who"], "">; label: string }[] = [
  { value: "affected", label: "Somebody affected" },
  { value: "someone_else", label: "Somebody else" },
  { value: "anonymous", label: "Will not be named" },
];
const roles = [
  { value: "victim", label: "Affected" },
  { value: "household_member", label: "Lives with them" },
  { value: "witness", label: "Saw or heard it" },
] as const;

/** Who told us, and who is affected: often the same, not always. */
export function PeopleSection(props: SectionProps) {
  const { draft, put } = props;
  const change = (at: number, person: PersonDraft) => put({ affected: draft.affected.map((one, index) => (index === at ? person : one)) });
  return (
    <>
      <RadioPills name="caller.who" label="Who told you?" choices={who} value={draft.who || null} onChange={(chosen) => put({ who: chosen, nobodyNamed: chosen === "anonymous" ? draft.affected.every((one) => !one.familyName && !one.givenName && !one.name) : false })} />
      {draft.who === "someone_else" ? <Teller {...props} /> : null}
      {draft.nobodyNamed ? null : draft.affected.map((person, at) => (
        <div key={at} role="group" aria-label={at === 0 ? "Who is affected" : `Also affected, ${at + 1}`} className="grid gap-3 rounded-control border border-line p-3">
          <PersonFields path={`affected.${at}`} person={person} onChange={(next) => change(at, next)} />
          {at > 0 ? (
            <div className="flex flex-wrap items-end justify-between gap-3">
              <RadioPills name={`affected.${at}.role`} label="How" choices={roles} value={person.role} onChange={(role) => change(at, { ...person, role })} />
              <Button look="quiet" size="small" onClick={() => put({ affected: draft.affected.filter((_, index) => index !== at) })}>
                Take this person out
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {draft.nobodyNamed ? null : (
          <Button size="small" onClick={() => put({ affected: [...draft.affected, emptyPerson] })}>
            Add somebody else who is affected
          </Button>
        )}
        {draft.who === "affected" ? null : <Checkbox name="nobodyNamed" label="Nobody affected will be named" checked={draft.nobodyNamed} onChange={(nobodyNamed) => put({ nobodyNamed })} />}
      </div>
      <Select name="channel" label="How it came in" options={reportChannels.map((value) => ({ value, label: channelLabels[value as ReportChannel] }))} value={draft.channel} onChange={(channel) => put({ channel })} className="max-w-80" />
    </>
  );
}

const tellerRoles = [
  { value: "complainant", label: "Reports it for them" },
  { value: "witness", label: "Saw or heard it" },
  { value: "professional", label: "Through their work" },
] as const;

function Teller({ draft, put }: SectionProps) {
  return (
    <div role="group" aria-label="Who told you" className="grid gap-3 rounded-control border border-line bg-surface-quiet p-3">
      <PersonFields path="caller" person={draft.teller} onChange={(teller) => put({ teller })} withoutBirth />
      <TextInput name="caller.relation" label="How they know of it" optional hint="A daughter, a carer, a councillor, a neighbour…" value={draft.relation} onChange={(relation) => put({ relation })} />
      <RadioPills name="caller.role" label="Their part" choices={tellerRoles} value={draft.tellerRole} onChange={(tellerRole) => put({ tellerRole })} />
    </div>
  );
}
