"use client";

import { classNames } from "../class-names";
import { type FieldIds } from "./field";
import { controlClass } from "./text-input";
import type { TypedDate } from "./typed-date";

type DateBoxesProps = { ids: FieldIds; typed: TypedDate; onType: (typed: TypedDate) => void };

const boxes = [
  { part: "date", label: "Day", className: "w-14" },
  { part: "month", label: "Month", className: "w-14" },
  { part: "year", label: "Year", className: "w-20" },
] as const;

/** Day, month and year, in the order and the boxes people know from other public services. */
export function DateBoxes({ ids, typed, onType }: DateBoxesProps) {
  return boxes.map(({ part, label, className }) => (
    <label key={part} className="grid gap-0.5 text-note">
      {label}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        {...ids}
        id={part === "date" ? ids.id : `${ids.id}-${part}`}
        value={typed[part]}
        onChange={(event) => onType({ ...typed, [part]: event.target.value })}
        className={classNames(controlClass, className)}
      />
    </label>
  ));
}
