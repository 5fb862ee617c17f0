"use client";

import { useState } from "react";
import { addDays, londonDay } from "@/lib/format/dates";
import { capitalised } from "@/lib/format/text";
import { Button } from "../button";
import { DateBoxes } from "./date-boxes";
import type { FieldWords } from "./field";
import { FieldGroup } from "./field-group";
import { problemWith, typedFrom, valueFrom, type TypedDate } from "./typed-date";

const quickDays = { today: 0, yesterday: -1, tomorrow: 1, "in a week": 7 };

export type QuickDay = keyof typeof quickDays;

type DateInputProps = FieldWords & {
  /** An ISO day, "" for none, or what was half typed. */
  value: string;
  /** Gives an ISO day, "" for none, or what was half typed: send it as it is, and the server says what is wrong with it. */
  onChange: (value: string) => void;
  quick?: readonly QuickDay[];
};

const usual: readonly QuickDay[] = ["today", "yesterday"];
const todayInLondon = () => londonDay(new Date());

/** A day: typed in three boxes, or chosen with one press. */
export function DateInput({ value, onChange, quick = usual, error, ...words }: DateInputProps) {
  const [typed, setTyped] = useState(() => typedFrom(value));
  const [given, setGiven] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  if (value !== given) {
    setGiven(value);
    if (valueFrom(typed, todayInLondon()) !== value) setTyped(typedFrom(value));
  }
  function take(next: TypedDate) {
    setTyped(next);
    setProblem(null);
    onChange(valueFrom(next, todayInLondon()));
  }
  return (
    <FieldGroup {...words} error={error ?? problem ?? undefined} onLeave={() => setProblem(problemWith(typed, todayInLondon()))}>
      {(ids) => (
        <div className="flex flex-wrap items-end gap-2">
          <DateBoxes ids={ids} typed={typed} onType={take} />
          {quick.map((day) => (
            <Button key={day} onClick={() => take(typedFrom(addDays(todayInLondon(), quickDays[day])))}>
              {capitalised(day)}
            </Button>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
