"use client";

import type { Template } from "@/lib/assessments/schema";
import { changesBetween } from "@/lib/assessments/templates/changes/rules";
import type { TestCase } from "@/lib/assessments/templates/testing/schema";
import { Button } from "@/components/ui/button";
import { WarningStrip } from "@/components/ui/signal/notice";

/** The draft as somebody else saved it meanwhile. */
export type Theirs = { revision: number; byName: string; status: string; definition: Template; tests: TestCase[] };

type DraftConflictProps = { theirs: Theirs; mine: Template; onKeepMine: () => void; onTakeTheirs: () => void };

/** Somebody else saved the draft while it was being changed: what differs, and a choice; nothing of either is lost unseen. */
export function DraftConflict({ theirs, mine, onKeepMine, onTakeTheirs }: DraftConflictProps) {
  if (theirs.status !== "draft") return <WarningStrip role="alert" title="This version is no draft any more.">What you typed still stands below, and is not saved. Ask whoever asked to publish it to take that back.</WarningStrip>;
  const differing = changesBetween(theirs.definition, mine);
  return (
    <WarningStrip role="alert" title={`${theirs.byName || "Somebody else"} saved this draft while you were changing it.`}>
      <p>Nothing of yours is lost, and nothing is saved yet. Theirs and yours differ in:</p>
      <ul className="grid list-disc gap-1 ps-5 py-1">
        {differing.map(({ what, was, is }) => <li key={what} className="wrap-anywhere"><strong>{what}.</strong> Theirs: {was || "not there"}. Yours: {is || "taken out"}.</li>)}
        {differing.length === 0 ? <li>Nothing in the form; the tests may differ.</li> : null}
      </ul>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button size="small" onClick={onTakeTheirs}>Go on from theirs</Button>
        <Button size="small" look="primary" onClick={onKeepMine}>Save mine in its place</Button>
      </div>
    </WarningStrip>
  );
}
