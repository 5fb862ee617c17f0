"use client";

import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/form/date-input";
import { TextInput } from "@/components/ui/form/text-input";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { InfoStrip } from "@/components/ui/signal/notice";
import type { PersonDraft } from "../value";

type PersonFieldsProps = { path: string; person: PersonDraft; onChange: (person: PersonDraft) => void; withoutBirth?: boolean };

/** Somebody's name as far as it is known; or that they are somebody on record. */
export function PersonFields({ path, person, onChange, withoutBirth }: PersonFieldsProps) {
  const put = (change: Partial<PersonDraft>) => onChange({ ...person, ...change });
  if (person.personId) {
    return (
      <InfoStrip title={person.knownAs} action={<Button look="quiet" size="small" onClick={() => put({ personId: "", knownAs: "" })}>Not the same person</Button>}>
        is on record, and this report joins the others.
      </InfoStrip>
    );
  }
  if (person.kind === "organisation") {
    return (
      <div className="grid gap-2">
        <TextInput name={`${path}.person.name`} label="Name of the organisation" value={person.name} onChange={(name) => put({ name })} />
        <div>
          <Button look="quiet" size="small" onClick={() => put({ kind: "individual" })}>
            It is a person
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput name={`${path}.person.givenName`} label="First name" value={person.givenName} onChange={(givenName) => put({ givenName })} />
        <TextInput name={`${path}.person.familyName`} label="Last name" value={person.familyName} onChange={(familyName) => put({ familyName })} />
      </div>
      {withoutBirth ? null : <DateInput name={`${path}.person.bornOn`} label="Date of birth" optional quick={[]} value={person.bornOn} onChange={(bornOn) => put({ bornOn })} />}
      <Disclosure summary={withoutBirth ? "An organisation" : "Language, or an organisation"} className="text-note">
        <div className="grid gap-2">
          {withoutBirth ? null : <TextInput name={`${path}.person.language`} label="Language to speak with them" optional hint="Where it is not English." value={person.language} onChange={(language) => put({ language })} />}
          <div>
            <Button size="small" onClick={() => put({ kind: "organisation" })}>
              It is an organisation
            </Button>
          </div>
        </div>
      </Disclosure>
    </div>
  );
}
