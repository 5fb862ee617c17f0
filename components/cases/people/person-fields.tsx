"use client";

import { personKindLabels } from "@/lib/people/labels";
import { personKinds, type PersonKind } from "@/lib/people/schema";
import { DateInput } from "../../ui/form/date-input";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextInput } from "../../ui/form/text-input";

export type TypedPerson = { kind: PersonKind; givenName: string; familyName: string; bornOn: string; language: string; name: string };

export const emptyPerson: TypedPerson = { kind: "individual", givenName: "", familyName: "", bornOn: "", language: "", name: "" };

/** What is sent of a person: the fields of their kind alone. */
export function requestPerson({ kind, name, ...individual }: TypedPerson): Record<string, string> {
  return kind === "individual" ? { kind, ...individual } : { kind, name };
}

/** A person, an organisation or a group nobody can name yet. */
export function PersonFields({ value, onChange }: { value: TypedPerson; onChange: (value: TypedPerson) => void }) {
  const put = (part: Partial<TypedPerson>) => onChange({ ...value, ...part });
  return (
    <div className="grid gap-4">
      <RadioPills name="person.kind" label="Who or what" value={value.kind} onChange={(kind) => put({ kind })} choices={personKinds.map((kind) => ({ value: kind, label: personKindLabels[kind] }))} />
      {value.kind === "individual" ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput name="person.givenName" label="First name" value={value.givenName} onChange={(givenName) => put({ givenName })} />
            <TextInput name="person.familyName" label="Last name" value={value.familyName} onChange={(familyName) => put({ familyName })} />
          </div>
          <DateInput name="person.bornOn" optional label="Date of birth" quick={[]} value={value.bornOn} onChange={(bornOn) => put({ bornOn })} />
          <TextInput name="person.language" optional size="medium" label="Language, if an interpreter is needed" value={value.language} onChange={(language) => put({ language })} />
        </>
      ) : (
        <TextInput name="person.name" label={value.kind === "group" ? "A few words for the group" : "Name"} value={value.name} onChange={(name) => put({ name })} />
      )}
    </div>
  );
}
