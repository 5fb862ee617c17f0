"use client";

import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { DateInput } from "../ui/form/date-input";
import { Select } from "../ui/form/select";
import { TextInput } from "../ui/form/text-input";

export type Basis = { purpose: string; legalBasis: string; endsOn: string };

type Props = { offer: NonNullable<CaseSharing["offer"]>; basis: Basis; onChange: (basis: Basis) => void };

/** Why, by what law, and until when. */
export function BasisFields({ offer, basis, onChange }: Props) {
  return (
    <>
      <TextInput name="purpose" label="What they need it for" hint="One line. Leave names out." value={basis.purpose} onChange={(purpose) => onChange({ ...basis, purpose })} />
      <div className="grid items-start gap-stack sm:grid-cols-2">
        <Select
          name="legalBasis" label="The law that allows it" value={basis.legalBasis} onChange={(legalBasis) => onChange({ ...basis, legalBasis })}
          options={offer.gateways.map(({ code, label }) => ({ value: code, label }))}
        />
        <DateInput name="endsOn" label="Last day" hint="Empty: until you end it" optional quick={[]} value={basis.endsOn} onChange={(endsOn) => onChange({ ...basis, endsOn })} />
      </div>
    </>
  );
}
