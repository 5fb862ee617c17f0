"use client";

import type { EntryView } from "@/lib/cases/log/schema";
import { TimelineEntry } from "../../ui/layout/timeline";
import { Button } from "../../ui/button";
import { AdmitReader, EndReader, type Sealed } from "./entry-readers";

function tagsOf(entry: EntryView) {
  const label = entry.contact ? `Contact · ${entry.contact.withWords}` : entry.kindWords;
  return [{ label }, ...(entry.knownWords ? [{ label: entry.knownWords }] : []), ...(entry.correctedWords ? [{ label: entry.correctedWords, tone: "soon" as const }] : [])];
}

function headOf(entry: EntryView) {
  const by = entry.author.agencyName;
  const person = entry.contact?.person;
  if (!entry.contact || !person) return { author: entry.author.name, from: by };
  return { author: person.kind === "known" ? person.name : person.label, from: [entry.contact.typeWords, by].filter(Boolean).join(", ") };
}

function Particulars({ caseId, entry }: { caseId: string; entry: EntryView }) {
  const { contact } = entry;
  const notes = [contact?.impactWords, contact?.safeWords, contact?.nextContactWords, entry.happenedWords].filter(Boolean);
  return (
    <>
      {entry.reason ? <span className="block"><strong>Because:</strong> {entry.reason}</span> : null}
      {entry.reference ? <span className="block"><strong>Kept at:</strong> {entry.reference}</span> : null}
      {contact?.promise ? <span className="block"><strong>Promise:</strong> {contact.promise}</span> : null}
      {entry.readers.length > 0 ? <Readers {...{ caseId, entry }} /> : null}
      {notes.length > 0 ? <span className="block text-note text-ink-soft">{notes.join(" · ")}</span> : null}
    </>
  );
}

function Readers({ caseId, entry }: { caseId: string; entry: EntryView }) {
  return (
    <span className="block text-note text-ink-soft">
      Also read by name: {entry.readers.map((reader) => (
        <span key={reader.readerId} className="inline-flex items-baseline gap-1">{reader.words}{entry.may.admit ? <EndReader {...{ caseId, reader }} entryId={entry.id} /> : null} </span>
      ))}
    </span>
  );
}

/** One entry of the log, with earlier wordings folded under it. */
export function LogEntry({ caseId, entry, agencies, onCorrect }: Sealed & { onCorrect: (entry: EntryView) => void }) {
  return (
    <TimelineEntry
      id={`entry-${entry.id}`}
      at={entry.recordedAt}
      atWords={entry.atWords}
      {...headOf(entry)}
      tags={tagsOf(entry)}
      audience={entry.audienceWords || undefined}
      sealed={entry.sealedWords || undefined}
      corrections={entry.corrections.map((each) => ({ ...each, text: `${each.text}\nWhy: ${each.reason}` }))}
      actions={
        entry.may.correct || entry.may.admit ? (
          <>
            {entry.may.correct ? <Button look="quiet" size="small" className="-ms-2.5" aria-label={`Correct the entry of ${entry.atWords}`} onClick={() => onCorrect(entry)}>Correct</Button> : null}
            {entry.may.admit ? <AdmitReader {...{ caseId, entry, agencies }} /> : null}
          </>
        ) : null
      }
    >
      {entry.body}
      <Particulars {...{ caseId, entry }} />
    </TimelineEntry>
  );
}
