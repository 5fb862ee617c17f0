"use client";

import { useState } from "react";
import { Button } from "../button";
import { WarningStrip } from "../signal/notice";
import { TextArea } from "./text-area";

export type ConflictField = { name: string; label: string; yours: string; theirs: string };

type ConflictViewProps = {
  /** Who saved while this was being written: "Jo Ellwood, Fenland DC". */
  theirsBy: string;
  /** When, in words: "today 09:12". */
  theirsAt: string;
  fields: readonly ConflictField[];
  onSave: (values: Record<string, string>) => void;
  onTakeTheirs: () => void;
  isSaving?: boolean;
};

function Version({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0 rounded-control border border-line bg-surface-quiet p-3">
      <h4 className="text-note font-semibold text-ink-soft">{title}</h4>
      <p className="whitespace-pre-line wrap-anywhere">{text || "Empty"}</p>
    </div>
  );
}

/** Two people changed the same thing. Both versions stay in sight until one is saved, so nothing typed is lost. */
export function ConflictView({ theirsBy, theirsAt, fields, onSave, onTakeTheirs, isSaving }: ConflictViewProps) {
  const [kept, setKept] = useState(() => Object.fromEntries(fields.map((field) => [field.name, field.yours])));
  const put = (name: string, text: string) => setKept((before) => ({ ...before, [name]: text }));
  return (
    <section aria-label="Two versions" className="grid gap-card">
      <WarningStrip role="alert" title={`${theirsBy} saved this ${theirsAt}, while you were writing.`}>
        Nothing of yours is lost. Choose what should stand, and change it if you need to.
      </WarningStrip>
      {fields.map((field) => (
        <div key={field.name} role="group" aria-label={field.label} className="grid gap-2">
          <h3>{field.label}</h3>
          <div className="grid gap-2 sm:grid-cols-2">
            <Version title="Yours, not saved yet" text={field.yours} />
            <Version title={`Theirs, saved ${theirsAt}`} text={field.theirs} />
          </div>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => put(field.name, field.yours)}>Keep mine</Button>
            <Button onClick={() => put(field.name, field.theirs)}>Take theirs</Button>
            <Button onClick={() => put(field.name, `${field.theirs}\n\n${field.yours}`)}>Keep both</Button>
          </div>
          <TextArea name={`kept-${field.name}`} label="What will stand" value={kept[field.name] ?? ""} onChange={(text) => put(field.name, text)} />
        </div>
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onTakeTheirs}>Leave theirs as it is</Button>
        <Button look="primary" busy={isSaving} onClick={() => onSave(kept)}>
          Save what will stand
        </Button>
      </div>
    </section>
  );
}
