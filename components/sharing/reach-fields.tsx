"use client";

import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { RadioPills } from "../ui/form/radio-pills";
import { Seeing } from "./seeing";

export type Reach = { level: "summary" | "contribute"; side: "both" | "victim" | "perpetrator" };

const levels = [
  { value: "contribute", label: "Works on it" },
  { value: "summary", label: "Sees a summary" },
] as const;

const sides = [
  { value: "both", label: "Both sides" },
  { value: "victim", label: "Victim's side only" },
  { value: "perpetrator", label: "Perpetrator's side only" },
] as const;

type Props = { name: string; reach: Reach; preview: CaseSharing["preview"]; onChange: (reach: Reach) => void };

/** How much an agency sees and on whose side, with what that comes to said below. */
export function ReachFields({ name, reach, preview, onChange }: Props) {
  const seeing = preview[`${reach.level}:${reach.side}`];
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <RadioPills name={`${name}.level`} label="How much" choices={levels} value={reach.level} onChange={(level) => onChange({ ...reach, level })} />
        <RadioPills name={`${name}.side`} label="Which side it works with" choices={sides} value={reach.side} onChange={(side) => onChange({ ...reach, side })} />
      </div>
      {seeing ? <Seeing seeing={seeing} /> : null}
    </div>
  );
}
