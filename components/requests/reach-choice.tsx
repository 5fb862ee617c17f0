"use client";

import { whatTheySee } from "@/lib/cases/sharing/rules";
import { RadioPills } from "../ui/form/radio-pills";
import { Seeing } from "../sharing/seeing";
import type { Reach } from "../sharing/reach-fields";

const levels = [{ value: "summary", label: "A summary" }, { value: "contribute", label: "To work on it" }] as const;
const sides = [{ value: "both", label: "Both sides" }, { value: "victim", label: "Victim's side only" }, { value: "perpetrator", label: "Perpetrator's side only" }] as const;

type Props = { reach: Reach; most?: Reach; onChange: (reach: Reach) => void };

/** How much of a case and on which side, no more than was asked for, with what that comes to said below. */
export function ReachChoice({ reach, most, onChange }: Props) {
  const mayLevel = levels.filter(({ value }) => !most || most.level === "contribute" || value === most.level);
  const maySide = sides.filter(({ value }) => !most || most.side === "both" || value === most.side);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <RadioPills name="level" label="How much" choices={mayLevel} value={reach.level} onChange={(level) => onChange({ ...reach, level })} />
        <RadioPills name="side" label="Which side they work with" choices={maySide} value={reach.side} onChange={(side) => onChange({ ...reach, side })} />
      </div>
      <Seeing seeing={whatTheySee(reach.level, reach.side)} />
    </div>
  );
}
