"use client";

import type { CaseLogView } from "@/lib/cases/page/log-tab/schema";
import { readersInWords, type Side } from "@/lib/cases/log/rules";
import { CheckboxGroup, Checkbox } from "../../ui/form/checkbox";
import { RadioPills } from "../../ui/form/radio-pills";
import { DateInput } from "../../ui/form/date-input";
import { Button } from "../../ui/button";
import { WarningStrip } from "../../ui/signal/notice";
import { TextInput } from "../../ui/form/text-input";
import { audienceOf, type ComposerValue } from "./composer-value";

type AudienceProps = { log: CaseLogView; value: ComposerValue; change: (part: Partial<ComposerValue>) => void; fixedSide?: Side };

/** Who will read it, in words, as it stands now. */
export function AudienceWords({ log, value, fixedSide }: Omit<AudienceProps, "change">) {
  const { reads, not } = readersInWords({ ...audienceOf(value, log.writer.agencyId), noticeEndsOn: null }, log.readers, { ...log.writer, fixedSide });
  return (
    <span>
      <strong>{reads || "Nobody"}</strong> will read this.{" "}
      {not ? <span className="text-ink-soft">Not {not}.</span> : null}
    </span>
  );
}

/** Changes who will read it: everyone on the case, named agencies, the case's named members, or their own agency alone. */
export function AudiencePicker({ log, value, change, fixedSide }: AudienceProps) {
  const others = log.readers.agencies.filter((agency) => agency.agencyId !== log.writer.agencyId);
  const own = log.readers.agencies.find((agency) => agency.agencyId === log.writer.agencyId)?.name ?? "Your agency";
  const mayCross = log.writer.side === "both" && !fixedSide && log.readers.agencies.some((agency) => agency.side === "perpetrator");
  return (
    <div className="grid gap-3 rounded-control bg-surface-quiet p-3">
      <RadioPills
        name="audience.to"
        label="Who will read it"
        value={value.to}
        onChange={(to) => change({ to })}
        choices={[
          { value: "everyone", label: "Everyone working the case" },
          { value: "agencies", label: "Named agencies" },
          { value: "members", label: "Named members of the case" },
          { value: "own", label: `${own} alone` },
        ]}
      />
      {value.to === "agencies" ? (
        <>
          {others.some((agency) => agency.isHealth) && log.writer.isHealth ? <div><Button size="small" onClick={() => change({ agencyIds: others.filter((agency) => agency.isHealth).map((agency) => agency.agencyId) })}>All health agencies on this case</Button></div> : null}
          <CheckboxGroup
            name="audience.agencyIds"
            label="Which agencies, beside yours"
            value={value.agencyIds}
            onChange={(agencyIds) => change({ agencyIds })}
            choices={others.map((agency) => ({ value: agency.agencyId, label: agency.name }))}
          />
        </>
      ) : null}
      {value.to === "agencies" || value.to === "own" ? (
        <>
          <TextInput name="audience.notice" optional label="One line that the others see" hint="For example: We hold health information. Ask for Maria Larsen." value={value.notice} onChange={(notice) => change({ notice })} />
          {value.notice ? <DateInput name="audience.noticeEndsOn" optional label="Last day of that line" quick={[]} value={value.noticeEndsOn} onChange={(noticeEndsOn) => change({ noticeEndsOn })} /> : null}
        </>
      ) : null}
      {value.to === "everyone" && mayCross && value.withOtherSide && log.readers.hasOneComplainant ? (
        <WarningStrip role="status" title="Only one person is on the victim’s side.">Whoever works with the other side can tell that it was them who spoke, even without a name.</WarningStrip>
      ) : null}
      {value.to === "everyone" && mayCross ? (
        <Checkbox name="audience.withOtherSide" label="Also those who work with the person said to be responsible" hint="Nothing in it may show who the victim is or where they live." checked={value.withOtherSide} onChange={(withOtherSide) => change({ withOtherSide })} />
      ) : null}
    </div>
  );
}
