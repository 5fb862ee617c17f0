"use client";

import { headingLabels, qualifierLabels } from "@/lib/reports/labels";
import { nsirHeadings, nsirQualifiers, type NsirHeading, type NsirQualifier } from "@/lib/reports/schema";
import { listWords } from "@/lib/format/text";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import type { SectionProps } from "./section-props";

/** In plain words, with a heading suggested by them. The first classification is kept whatever comes after. */
export function WhatSection({ draft, derived, put }: SectionProps) {
  const suggested = derived.suggestions.map(({ heading }) => heading);
  const others = nsirHeadings.filter((heading) => !suggested.includes(heading));
  const first = derived.suggestions[0];
  const option = (heading: NsirHeading, group: string) => ({ value: heading, label: headingLabels[heading], group });
  return (
    <>
      <TextArea
        name="whatHappened"
        label="What happened, in their own words"
        hint="What was seen, heard or said. No opinions, and no blame."
        limit={4000}
        rows={3}
        value={draft.whatHappened}
        onChange={(whatHappened) => put({ whatHappened })}
      />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
        <Select
          name="nsirHeading"
          label="What kind of problem"
          hint={!draft.heading && first ? `Suggested by ${listWords(first.because.slice(0, 3).map((word) => `“${word}”`))}` : undefined}
          empty={derived.heading ? undefined : "Choose"}
          options={[...suggested.map((heading) => option(heading, "Suggested")), ...others.map((heading) => option(heading, suggested.length > 0 ? "All others" : "All"))]}
          value={derived.heading}
          onChange={(heading) => put({ heading })}
        />
        <RadioPills
          name="nsirQualifier"
          label="Who or what it affects"
          choices={nsirQualifiers.map((value) => ({ value, label: qualifierLabels[value as NsirQualifier].split(":")[0]! }))}
          value={(derived.qualifier || null) as NsirQualifier | null}
          onChange={(qualifier) => put({ qualifier })}
        />
      </div>
      {draft.firstHeading && draft.firstHeading !== derived.heading ? (
        <p className="text-note text-ink-soft">First classified as {headingLabels[draft.firstHeading as NsirHeading]?.toLowerCase()}, and that is kept.</p>
      ) : null}
    </>
  );
}
