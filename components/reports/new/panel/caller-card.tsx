"use client";

import type { KnownCallerView, KnownHereView } from "@/lib/reports/known/schema";
import { counted } from "@/lib/format/due";
import { plainName } from "@/lib/reports/known/rules";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/layout/card";
import { personWords, type PersonDraft } from "../value";

type CallerProps = {
  caller: KnownCallerView | undefined;
  here: KnownHereView | undefined;
  person: PersonDraft | undefined;
  onSame: (personId: string, name: string) => void;
};

/** Whether this person has reported before, and whether somebody of that name is on a case at this place. */
export function CallerCard({ caller, here, person, onSame }: CallerProps) {
  const name = person ? plainName(personWords(person)) : "";
  const onCase = name ? (here?.cases ?? []).flatMap(({ reference, people }) => people.filter((one) => plainName(one.name) === name).map((one) => ({ ...one, reference }))) : [];
  const people = caller?.people ?? [];
  if (people.length === 0 && onCase.length === 0) return null;
  const inThreeMonths = (caller?.inThreeMonths ?? 0) + 1;
  return (
    <Card title="This caller" id="this-caller">
      <div className="divide-y divide-line [&>*]:py-2 [&>*:first-child]:pt-0 [&>*:last-child]:pb-0">
        {people.length > 0 ? (
          <p>
            Reported {counted(caller?.total ?? 0, "event")} before{inThreeMonths >= 3 ? <>, <strong>{inThreeMonths} in three months: repeat victim</strong>. Say below whether it is the same person.</> : "."}
          </p>
        ) : null}
        {people.map((one) => (
          <div key={one.personId} className="grid gap-1">
            <p><strong>{one.name}</strong>{one.ageWords ? `, ${one.ageWords}` : ""} <span className="text-note text-ink-soft">{one.sameBy}</span></p>
            <p className="text-note text-ink-soft">{one.reports.slice(0, 3).map(({ dayWords, headingLabel }) => `${dayWords} ${headingLabel.toLowerCase()}`).join(" · ")}</p>
            <SameButton isSame={person?.personId === one.personId} onPress={() => onSame(one.personId, one.name)} />
          </div>
        ))}
        {onCase.filter(({ personId }) => !people.some((one) => one.personId === personId)).map((one) => (
          <div key={one.personId} className="grid gap-1">
            <p><strong>{one.name}</strong> is {one.label} on {one.reference}</p>
            <SameButton isSame={person?.personId === one.personId} onPress={() => onSame(one.personId, one.name)} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function SameButton({ isSame, onPress }: { isSame: boolean; onPress: () => void }) {
  return (
    <div>
      <Button size="small" aria-pressed={isSame} onClick={onPress}>
        {isSame ? "Taken as the same person" : "It is the same person"}
      </Button>
    </div>
  );
}
