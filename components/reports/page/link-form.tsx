"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { KnownHereView } from "@/lib/reports/known/schema";
import type { ReportPageView } from "@/lib/reports/page/schema";
import { paths } from "@/components/shell/paths";
import { ask } from "@/components/shell/send";
import { Button } from "@/components/ui/button";
import { ComboBox, type FoundChoice } from "@/components/ui/form/combo-box";
import { Form } from "@/components/ui/form/form";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { reportPaths } from "../paths";
import { refusalWords, useSort } from "./use-sort";

type Found = { id: string; label: string; note?: string; href: string };

async function findCases(term: string, signal: AbortSignal): Promise<FoundChoice[]> {
  const found = await ask<Found[]>(paths.find, { term }, { signal });
  return found.filter(({ id }) => id.startsWith("case:")).map(({ id, label, note }) => ({ id: id.slice("case:".length), label, note }));
}

/** Puts a report on a case there is: one at its place, or any the member works. */
export function LinkForm({ view }: { view: ReportPageView }) {
  const here = useQuery({ queryKey: ["report", "known-here", view.placeId], queryFn: ({ signal }) => ask<KnownHereView>(reportPaths.knownHere, { placeId: view.placeId }, { signal }) });
  const joinable = (here.data?.cases ?? []).filter(({ mayJoin, closedWords, mayReopen }) => mayJoin && (!closedWords || mayReopen));
  const [chosen, setChosen] = useState("");
  const [other, setOther] = useState<FoundChoice | null>(null);
  const caseId = other?.id ?? (chosen || (joinable.length === 1 ? joinable[0]!.caseId : ""));
  const sending = useSort<{ version: number; caseId: string }>(reportPaths.link(view.reportId), (asbCase) => ({ title: `${view.reference} is on ${asbCase?.reference ?? "the case"}`, next: "Its words are in the log. Look whether the risk has changed" }));
  return (
    <Form name="link" onSubmit={() => void sending.save({ version: view.version, caseId })} errors={sending.errors} message={refusalWords(sending.problem)} className="grid gap-3">
      {joinable.length > 0 ? (
        <RadioPills name="caseId" label="Cases at this place" choices={joinable.map((one) => ({ value: one.caseId, label: one.reference, hint: `${one.title}, led by ${one.leadName}${one.closedWords ? `, ${one.closedWords}: it opens again` : ""}` }))} value={other ? null : caseId} onChange={(id) => { setChosen(id); setOther(null); }} />
      ) : here.isSuccess ? (
        <p className="text-ink-soft">No open case at this place that you work.</p>
      ) : null}
      <ComboBox name={joinable.length > 0 ? "otherCase" : "caseId"} label={joinable.length > 0 ? "Or another case" : "Which case"} find={findCases} value={other} onChange={setOther} placeholder="A reference, or words of its title" nothingFound="No such case that you may open" />
      {here.data?.pointers.map((pointer) => (
        <p key={pointer.reference} className="text-note">
          <strong>{pointer.reference}</strong> is open here too, led by {pointer.leadName}. Ring {pointer.ring.name} <span className="tabular-nums">{pointer.ring.phone}</span>.
        </p>
      ))}
      <div>
        <Button type="submit" look="primary" busy={sending.isSending}>Put it on this case</Button>
      </div>
    </Form>
  );
}
