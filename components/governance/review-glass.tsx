"use client";

import { useState } from "react";
import type { GlassLine } from "@/lib/governance/glass/schema";
import { DialogForm } from "../assessments/dialog-form";
import { RadioPills } from "../ui/form/radio-pills";
import { TextArea } from "../ui/form/text-area";

const choices = [
  { value: "justified", label: "Justified", hint: "Somebody was in danger, and the case was needed at once" },
  { value: "not_justified", label: "Not justified", hint: "There was no such danger, or there was time to ask" },
] as const;

/** Says whether an emergency opening was right; once, and for good. */
export function ReviewGlass({ line }: { line: GlassLine }) {
  const [finding, setFinding] = useState<(typeof choices)[number]["value"]>();
  const [note, setNote] = useState("");
  return (
    <DialogForm
      name="review-glass" size="small" open="Review" label={`${line.memberName}, ${line.reference}`} title={`Was it right to open ${line.reference}?`} action="Record the review"
      path={`/api/governance/break-glass/${line.glassId}/review`} body={() => ({ version: line.version, finding, note })}
      said={() => ({ title: `Reviewed: ${line.reference}`, steps: [finding === "justified" ? { what: "It stands here with your name on it. Nothing more is due" } : { what: `Tell ${line.agencyName}, and consider whether those in the case must be told`, who: "with your data protection officer" }] })}
    >
      <div>
        <p className="font-semibold">{line.memberName}, {line.agencyName}, {line.startedWords}, open {line.lengthWords}</p>
        <p>“{line.reason}”</p>
      </div>
      <RadioPills name="finding" label="What you find" layout="rows" choices={choices} value={finding ?? null} onChange={setFinding} />
      <TextArea name="note" label="How you came to that" hint="Whom you asked, and what the incident log says. It cannot be changed afterwards." limit={1000} value={note} onChange={setNote} />
    </DialogForm>
  );
}
