"use client";

import { useState } from "react";
import { victimViewLabels } from "@/lib/assessments/closing/labels";
import type { ClosingView, VictimView } from "@/lib/assessments/closing/schema";
import { DialogForm } from "../assessments/dialog-form";
import { RadioPills } from "../ui/form/radio-pills";
import { TextArea } from "../ui/form/text-area";

type Victim = ClosingView["victims"][number];

/** What one victim says of closing the case, with their own words. */
export function RecordView({ victim, caseId }: { victim: Victim; caseId: string }) {
  const [view, setView] = useState<VictimView | null>(null);
  const [words, setWords] = useState("");
  const choices = (["agrees", "disagrees", "not_reached"] as const).map((value) => ({ value, label: victimViewLabels[value] }));
  return (
    <DialogForm<{ view: VictimView }>
      name="victim-view" open={victim.view ? "Record again" : "Record their view"} size="small" label={victim.name} title={`What ${victim.name} says of closing`} action="Record it"
      path={`/api/cases/${caseId}/closing/views`} body={() => ({ involvementId: victim.involvementId, ...(view ? { view } : {}), words })}
      said={(saved) => {
        setView(null);
        setWords("");
        return {
          title: `Recorded: ${victimViewLabels[saved.view].toLowerCase()}`,
          steps: [saved.view === "disagrees" ? { what: "Closing the case takes a manager of the lead agency" } : { what: "It stands in the log, for those who work with the victim" }],
        };
      }}
    >
      <RadioPills name="view" label="They say" layout="rows" choices={choices} value={view} onChange={setView} />
      {view === "not_reached" ? <p className="text-note text-ink-soft">{triesWords(victim)}</p> : null}
      <TextArea name="words" label="In their own words" hint={view === "disagrees" ? undefined : "You can leave this out."} limit={2000} value={words} onChange={setWords} />
    </DialogForm>
  );
}

function triesWords({ tries, mayBeNotReached }: Victim): string {
  if (mayBeNotReached) return `${tries} tries without an answer are in the log.`;
  return `This takes three tries without an answer, by more than one way and at more than one time of day. The log has ${tries === 0 ? "none" : tries} since they were last reached.`;
}
