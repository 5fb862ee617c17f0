"use client";

import { useId, useState } from "react";
import type { AsideView } from "@/lib/cases/page/aside/schema";
import type { CaseLogView } from "@/lib/cases/page/log-tab/schema";
import { composerLabels, knownByLabels } from "@/lib/cases/log/labels";
import { entryLimit, knownBys } from "@/lib/cases/log/schema";
import { nearDayAndTime } from "@/lib/format/dates";
import { DraftNote } from "../../shell/draft-note";
import { say } from "../../shell/said";
import { useDraft } from "../../shell/use-draft";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Form } from "../../ui/form/form";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextArea } from "../../ui/form/text-area";
import { TextInput } from "../../ui/form/text-input";
import { isHeldForNames, NamesAsked } from "../names-asked";
import { AudiencePicker, AudienceWords } from "./audience-picker";
import { emptyComposer, requestFor, type ComposerKind, type ComposerValue } from "./composer-value";
import { ContactFields } from "./contact-fields";
import { sideOfContact } from "./contact-side";

type ComposerProps = { caseId: string; log: CaseLogView; aside: AsideView; isFirst: boolean; onAdded: (kind: ComposerKind) => void };
type Added = { entryId: string; reads: string; nextContactAt?: string | null };

const prompts: Record<Exclude<ComposerKind, "contact">, string> = {
  note: "What happened, in plain words…",
  decision: "What was decided…",
  information: "What partners need to know, and no more…",
  evidence: "What it is and what it shows…",
};

/** Adds to the log, says who will read it, and keeps what is typed until it is added. */
export function Composer({ caseId, log, aside, isFirst, onAdded }: ComposerProps) {
  const [isPicking, setIsPicking] = useState(false);
  const pickerId = useId();
  const restored = isFirst && log.draft ? { data: { ...emptyComposer, ...log.draft.data } as ComposerValue, savedAt: log.draft.savedAt } : null;
  const { data: value, change: keep, state, discard } = useDraft<ComposerValue>({ kind: "case-entry", subject: caseId, initial: emptyComposer, restored });
  const change = (part: Partial<ComposerValue>) => keep((before) => ({ ...before, ...part }));
  const fixedSide = value.kind === "contact" ? sideOfContact(aside, value.withWhom) : undefined;
  const sending = useSend<Added>({
    path: `/api/cases/${caseId}/${value.kind === "contact" ? "contacts" : "entries"}`,
    onSaved: (added) => {
      const next = added.nextContactAt ? ` Next contact ${nearDayAndTime(added.nextContactAt, new Date())}.` : "";
      say({ title: `Added to the log. ${added.reads.length > 60 ? "Those named there" : added.reads} can read it now.${next}` });
      void discard();
      onAdded(value.kind);
    },
  });
  return (
    <Form name="entry" aria-label="Add to the log" className="grid gap-3 rounded-card border-2 border-act bg-surface px-card py-3 print:hidden" errors={sending.errors} message={isHeldForNames(sending.problem) ? undefined : sending.message} onSubmit={() => void sending.save(requestFor(value, log.writer.agencyId))}>
      <RadioPills name="kind" hideLabel label="What to add" value={value.kind} onChange={(kind) => change({ kind })} choices={Object.entries(composerLabels).map(([kind, label]) => ({ value: kind as ComposerKind, label }))} />
      {value.kind === "contact" ? (
        <ContactFields {...{ aside, value, change }} limit={entryLimit} />
      ) : (
        <TextArea bare autoFocus={!isFirst} name="body" hideLabel label={composerLabels[value.kind]} placeholder={prompts[value.kind]} rows={2} limit={entryLimit} value={value.body} onChange={(body) => change({ body })} />
      )}
      {value.kind === "decision" ? <TextInput name="reason" label="Why" value={value.reason} onChange={(reason) => change({ reason })} /> : null}
      {value.kind === "evidence" ? <TextInput name="reference" label="Where it is kept" hint="An exhibit, crime or file number" value={value.reference} onChange={(reference) => change({ reference })} /> : null}
      {isPicking && (value.kind === "note" || value.kind === "information") ? (
        <RadioPills name="knownBy" label="How it is known, where it is about somebody’s health" value={value.knownBy || null} onChange={(knownBy) => change({ knownBy })} choices={knownBys.map((each) => ({ value: each, label: knownByLabels[each] }))} />
      ) : null}
      {isPicking ? (
        <div id={pickerId}>
          <AudiencePicker {...{ log, value, change, fixedSide }} />
        </div>
      ) : null}
      <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => void sending.save({ ...requestFor(value, log.writer.agencyId), confirmsNames: true })} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-3">
        <div className="min-w-0 flex-1 basis-80 text-note">
          <AudienceWords {...{ log, value, fixedSide }} />{" "}
          <button type="button" aria-expanded={isPicking} aria-controls={isPicking ? pickerId : undefined} className="rounded-tag font-semibold text-link underline underline-offset-2 pointer-coarse:min-h-target" onClick={() => setIsPicking(!isPicking)}>
            {isPicking ? "Done" : "Change who reads it"}
          </button>
        </div>
        <div className="flex items-center gap-3">
          <DraftNote state={state} />
          <Button type="submit" look="primary" busy={sending.isSending} keys="Ctrl ↵">Add to log</Button>
        </div>
      </div>
    </Form>
  );
}
