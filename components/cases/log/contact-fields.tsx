"use client";

import type { AsideView } from "@/lib/cases/page/aside/schema";
import { contactTypeLabels, outsiderLabels } from "@/lib/contacts/labels";
import { contactTypes } from "@/lib/contacts/schema";
import { capitalised, sentences } from "@/lib/format/text";
import { RadioPills } from "../../ui/form/radio-pills";
import { Select } from "../../ui/form/select";
import { TextArea } from "../../ui/form/text-area";
import { TextInput } from "../../ui/form/text-input";
import { InfoStrip } from "../../ui/signal/notice";
import type { ComposerValue } from "./composer-value";
import { NextContact } from "./next-contact";

type ContactFieldsProps = { aside: AsideView; value: ComposerValue; change: (part: Partial<ComposerValue>) => void; limit: number };

const isVictim = (role: string | undefined) => role === "victim" || role === "complainant";

function Wishes({ aside, value, change }: Pick<ContactFieldsProps, "aside" | "value" | "change">) {
  const how = aside.beforeYouRing.find((each) => each.id === value.withWhom);
  if (!how || how.wishes.length === 0) return null;
  return (
    <>
      <InfoStrip title={`How ${how.name} wants to be reached:`}>{sentences(how.wishes)}</InfoStrip>
      <RadioPills
        name="safeHonoured"
        label="Were these wishes kept?"
        value={value.safeHonoured || null}
        onChange={(safeHonoured) => change({ safeHonoured })}
        choices={[{ value: "yes", label: "Yes" }, { value: "no", label: "No" }]}
      />
    </>
  );
}

/** Who, how, in their own words, whether things are better, what was promised, and when next. */
export function ContactFields({ aside, value, change, limit }: ContactFieldsProps) {
  const person = aside.people.find((each) => each.involvementId === value.withWhom);
  const isOutsider = value.withWhom === "professional" || value.withWhom === "family";
  const isWritten = ["text", "email", "letter"].includes(value.type);
  const isTry = value.type === "failed_attempt";
  return (
    <div className="grid gap-4">
      <Select
        name="withWhom"
        label="With whom"
        className="max-w-100"
        empty="Select a person"
        value={value.withWhom}
        onChange={(withWhom) => change({ withWhom, safeHonoured: "" })}
        options={[
          ...aside.people.map((each) => ({ value: each.involvementId, label: `${each.name}, ${each.roleWords}`, group: "On this case" })),
          ...Object.entries(outsiderLabels).map(([code, label]) => ({ value: code, label, group: "Somebody else" })),
        ]}
      />
      {isOutsider ? <TextInput name="withName" optional size="medium" label="Their name" value={value.withName} onChange={(withName) => change({ withName })} /> : null}
      <RadioPills name="type" label="How" value={value.type || null} onChange={(type) => change({ type })} choices={contactTypes.map((type) => ({ value: type as string, label: contactTypeLabels[type] }))} />
      {isWritten ? <RadioPills name="direction" label="Who wrote" value={value.direction || null} onChange={(direction) => change({ direction })} choices={[{ value: "in", label: "They wrote" }, { value: "out", label: "I wrote" }]} /> : null}
      <Wishes {...{ aside, value, change }} />
      <TextArea name="body" label={isTry ? "What happened" : "In their own words"} optional={isTry} rows={3} limit={limit} value={value.body} onChange={(body) => change({ body })} />
      {isVictim(person?.role) && !isTry ? (
        <RadioPills
          name="impact"
          label="How are things since last time?"
          value={value.impact || null}
          onChange={(impact) => change({ impact })}
          choices={(["better", "same", "worse"] as const).map((each) => ({ value: each as string, label: capitalised(each === "same" ? "the same" : each) }))}
        />
      ) : null}
      <TextInput name="promise" optional label="What did you promise?" value={value.promise} onChange={(promise) => change({ promise })} />
      <NextContact isVictim={isVictim(person?.role)} value={value.nextContactAt} onChange={(nextContactAt) => change({ nextContactAt })} />
    </div>
  );
}
