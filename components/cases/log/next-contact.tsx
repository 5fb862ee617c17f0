"use client";

import { addDays, londonDay, londonInstant } from "@/lib/format/dates";
import { Button } from "../../ui/button";
import { DateTimeInput } from "../../ui/form/date-time-input";

type NextContactProps = { isVictim: boolean; value: string; onChange: (value: string) => void };

const quick = [{ label: "Tomorrow 10:00", days: 1 }, { label: "In 3 days", days: 3 }, { label: "In a week", days: 7 }, { label: "In 2 weeks", days: 14 }];

/** When to be in contact next. A victim always has a date while the case is open. */
export function NextContact({ isVictim, value, onChange }: NextContactProps) {
  const take = (days: number) => onChange(londonInstant(addDays(londonDay(new Date()), days), "10:00").toISOString());
  return (
    <div className="grid gap-2">
      <DateTimeInput name="nextContactAt" label="Next contact" optional={!isVictim} quick={false} value={value} onChange={onChange} />
      <div className="flex flex-wrap gap-2">
        {quick.map(({ label, days }) => (
          <Button key={days} size="small" onClick={() => take(days)}>{label}</Button>
        ))}
      </div>
    </div>
  );
}
