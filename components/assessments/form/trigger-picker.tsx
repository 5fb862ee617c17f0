"use client";

import { useState } from "react";
import type { TriggerDefinition } from "@/lib/assessments/schema";
import { whatWillHappen } from "@/lib/assessments/triggers/labels";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckboxGroup } from "@/components/ui/form/checkbox";
import { RagTag } from "@/components/ui/signal/rag-tag";
import { WarningStrip } from "@/components/ui/signal/notice";

type TriggerPickerProps = {
  name: string;
  /** Those that somebody may tick: the computed ones count themselves. */
  triggers: readonly TriggerDefinition[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Those that the answers suggest. */
  suggested?: readonly string[];
  large?: boolean;
  label?: string;
};

/** What overrides any score. Says what ticking one will do, and asks, before it is ticked. */
export function TriggerPicker({ name, triggers, value, onChange, suggested = [], large, label = "Has any of these been said or seen?" }: TriggerPickerProps) {
  const [asked, setAsked] = useState<TriggerDefinition | null>(null);
  function take(chosen: string[]) {
    const added = triggers.find(({ key }) => chosen.includes(key) && !value.includes(key));
    if (added) setAsked(added);
    else onChange(chosen);
  }
  function confirm() {
    if (asked) onChange([...value, asked.key]);
    setAsked(null);
  }
  const open = suggested.filter((key) => !value.includes(key)).map((key) => triggers.find((trigger) => trigger.key === key)).filter((trigger) => trigger !== undefined);
  return (
    <div className="grid gap-3">
      {open.map((trigger) => (
        <WarningStrip key={trigger.key} title="The answers suggest:" action={<Button size="small" onClick={() => setAsked(trigger)}>Is it so?</Button>}>
          {trigger.text}. You decide.
        </WarningStrip>
      ))}
      <CheckboxGroup
        name={name}
        label={label}
        hint="Do not read these out. Any one of them raises the colour, whatever the score."
        layout="rows"
        choices={triggers.map(({ key, text }) => ({ value: key, label: text }))}
        value={value}
        onChange={take}
      />
      {value.map((key) => {
        const trigger = triggers.find((candidate) => candidate.key === key);
        return trigger && !large ? <Consequences key={key} trigger={trigger} /> : null;
      })}
      <Dialog
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        mustAnswer
        title={asked ? whatWillHappen(asked).title : ""}
        foot={
          <>
            <Button onClick={() => setAsked(null)}>No, leave it out</Button>
            <Button look="primary" onClick={confirm} autoFocus>
              Yes, this was said or seen
            </Button>
          </>
        }
      >
        {asked ? <WhatHappens trigger={asked} /> : null}
      </Dialog>
    </div>
  );
}

export function WhatHappens({ trigger }: { trigger: TriggerDefinition }) {
  return (
    <div className="grid gap-2.5">
      <p className="flex flex-wrap items-center gap-2">
        <RagTag rag={trigger.min_rag} /> <strong>{trigger.text}</strong>
      </p>
      <p className="font-semibold">When you save:</p>
      <ul className="grid list-disc gap-1 ps-5">
        {whatWillHappen(trigger).lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Consequences({ trigger }: { trigger: TriggerDefinition }) {
  const { title, lines } = whatWillHappen(trigger);
  return (
    <WarningStrip title={`${title}.`} role="status">
      {lines.join(" ")}
    </WarningStrip>
  );
}
