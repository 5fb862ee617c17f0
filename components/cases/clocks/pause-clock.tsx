"use client";

import { useState } from "react";
import type { RunningClockView } from "@/lib/cases/clocks/schema";
import { longDay } from "@/lib/format/dates";
import { DialogForm } from "../../assessments/dialog-form";
import { DateInput } from "../../ui/form/date-input";
import { TextArea } from "../../ui/form/text-area";

type PauseProps = { caseId: string; clock: RunningClockView; lastDay: string };

/** Lets a clock stand still until a day, for a reason that stands in the log. */
export function PauseClock({ caseId, clock, lastDay }: PauseProps) {
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  return (
    <DialogForm
      name={`pause-${clock.clockId}`} open="Pause" title={`Pause: ${clock.label}`} action="Pause it" path={`/api/cases/${caseId}/clocks/${clock.clockId}/pause`} body={() => ({ version: clock.version, until, reason })}
      said={() => {
        setUntil("");
        setReason("");
        return { title: `${clock.label} waits`, steps: [{ what: "It runs on by itself when the pause ends" }, { what: "The reason stands in the log" }, { what: "If the case turns red, it is due by the standard for red" }] };
      }}
    >
      <p>It will be due as many working days later as it stands still.</p>
      <DateInput name="until" label="Until" hint={`The last day of the pause, ${longDay(lastDay)} at the latest`} value={until} onChange={setUntil} quick={["tomorrow", "in a week"]} />
      <TextArea name="reason" label="Why it must wait" hint="Such as: the victim is in hospital and has asked to be left in peace" limit={500} value={reason} onChange={setReason} />
    </DialogForm>
  );
}

/** Lets it run again before the pause ends. */
export function ResumeClock({ caseId, clock }: Omit<PauseProps, "lastDay">) {
  return (
    <DialogForm
      name={`resume-${clock.clockId}`} open="End the pause" title={`End the pause: ${clock.label}`} action="Let it run" path={`/api/cases/${caseId}/clocks/${clock.clockId}/resume`} body={() => ({ version: clock.version })}
      said={() => ({ title: `${clock.label} runs again`, steps: [{ what: "It is due as many working days later as it stood still" }] })}
    >
      <p>It will be due as many working days later as it stood still until today.</p>
    </DialogForm>
  );
}
