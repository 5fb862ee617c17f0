"use client";

import { Button } from "../ui/button";
import { DateInput } from "../ui/form/date-input";
import { Select } from "../ui/form/select";
import { TextInput } from "../ui/form/text-input";

export type TypedAction = { what: string; ownerAgencyId: string; dueOn: string };

type Props = { index: number; action: TypedAction; agencies: { agencyId: string; name: string }[]; onChange: (action: TypedAction) => void; onRemove: () => void };

/** Who, what, by when. */
export function ActionLine({ index, action, agencies, onChange, onRemove }: Props) {
  const at = `actions.${index}`;
  return (
    <div className="grid items-end gap-3 rounded-card border border-line p-3 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <Select name={`${at}.ownerAgencyId`} label="Who" value={action.ownerAgencyId} onChange={(ownerAgencyId) => onChange({ ...action, ownerAgencyId })} options={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))} />
      <TextInput name={`${at}.what`} label="What" value={action.what} onChange={(what) => onChange({ ...action, what })} />
      <div className="flex flex-wrap items-end justify-between gap-3 lg:col-span-2">
        <DateInput name={`${at}.dueOn`} label="By when" quick={["tomorrow", "in a week"]} value={action.dueOn} onChange={(dueOn) => onChange({ ...action, dueOn })} />
        <Button look="quiet" onClick={onRemove}>
          Remove this action
        </Button>
      </div>
    </div>
  );
}
