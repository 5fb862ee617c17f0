"use client";

import { useState } from "react";
import { addDays, londonDay } from "@/lib/format/dates";
import { Button } from "../button";
import { classNames } from "../class-names";
import { DateBoxes } from "./date-boxes";
import type { FieldWords } from "./field";
import { FieldGroup } from "./field-group";
import { controlClass } from "./text-input";
import { typedFrom } from "./typed-date";
import { momentFrom, problemWithMoment, typedMomentFrom, type TypedMoment } from "./typed-moment";

type DateTimeInputProps = FieldWords & {
  /** ISO text in UTC, "" for none, or what was half typed. */
  value: string;
  onChange: (value: string) => void;
  quick?: boolean;
};

const todayInLondon = () => londonDay(new Date());

/** A moment, as London's clocks show it. Gives ISO text in UTC. */
export function DateTimeInput({ value, onChange, quick = true, error, ...words }: DateTimeInputProps) {
  const [moment, setMoment] = useState(() => typedMomentFrom(value));
  const [given, setGiven] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  if (value !== given) {
    setGiven(value);
    if (momentFrom(moment, todayInLondon()) !== value) setMoment(typedMomentFrom(value));
  }
  function take(next: TypedMoment) {
    setMoment(next);
    setProblem(null);
    onChange(momentFrom(next, todayInLondon()));
  }
  const takeDay = (days: number) => take({ ...moment, typed: typedFrom(addDays(todayInLondon(), days)) });
  return (
    <FieldGroup {...words} error={error ?? problem ?? undefined} onLeave={() => setProblem(problemWithMoment(moment, todayInLondon()))}>
      {(ids) => (
        <div className="flex flex-wrap items-end gap-2">
          <DateBoxes ids={ids} typed={moment.typed} onType={(typed) => take({ ...moment, typed })} />
          <label className="grid gap-0.5 text-note">
            Time
            <input
              type="text"
              autoComplete="off"
              {...ids}
              id={`${ids.id}-time`}
              value={moment.time}
              onChange={(event) => take({ ...moment, time: event.target.value })}
              className={classNames(controlClass, "w-20")}
            />
          </label>
          {quick ? (
            <>
              <Button onClick={() => take(typedMomentFrom(new Date().toISOString()))}>Now</Button>
              <Button onClick={() => takeDay(0)}>Today</Button>
              <Button onClick={() => takeDay(-1)}>Yesterday</Button>
            </>
          ) : null}
        </div>
      )}
    </FieldGroup>
  );
}
