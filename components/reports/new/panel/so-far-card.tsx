"use client";

import { weighingWords } from "@/lib/assessments/intake/screening/labels";
import { unknownWords } from "@/lib/assessments/labels";
import { triggerLabels } from "@/lib/assessments/triggers/labels";
import { ragLabels } from "@/lib/clocks/labels";
import { Card } from "@/components/ui/layout/card";
import { RagTag } from "@/components/ui/signal/rag-tag";
import type { Derived } from "../derived";

/** The colour so far and why: triggers first, then what weighs most. */
export function SoFarCard({ derived, ticked }: { derived: Derived; ticked: readonly string[] }) {
  const { scored, impactScored } = derived;
  const shown = impactScored ?? scored;
  const triggers = impactScored ? ticked : [...new Set([...ticked, ...scored.computedTriggers])];
  const reasons = [...shown.breakdown].filter(({ points }) => points > 1).sort((a, b) => b.points - a.points).slice(0, 4);
  return (
    <Card title="So far" id="so-far">
      <div role="status" className="divide-y divide-line [&>*]:py-1.5 [&>*:first-child]:pt-0 [&>*:last-child]:pb-0">
        <p className="flex flex-wrap items-center justify-between gap-2">
          {derived.rag ? <RagTag rag={derived.rag} near={shown.borderlineTo && shown.borderlineTo !== "green" ? shown.borderlineTo : undefined} /> : <RagTag rag="unassessed" />}
          <span className="text-note text-ink-soft">{derived.rag ? scoreWords(derived) : "No risk question answered yet"}</span>
        </p>
        {triggers.map((key) => <p key={key} className="font-semibold">{triggerLabels[key] ?? key}</p>)}
        {reasons.map((line) => <p key={line.key} className="text-note">{weighingWords(line)}</p>)}
        {shown.unknownCount > 0 ? <p className="text-note font-semibold">{unknownWords(shown.unknownCount, shown.incomplete)}</p> : null}
      </div>
    </Card>
  );
}

function scoreWords({ scored, impactScored, isAssessed }: Derived): string {
  const shown = impactScored ?? scored;
  if (shown.raisedBy) return `by trigger; score ${isAssessed ? "" : "so far "}${shown.score}, ${ragLabels[shown.band].toLowerCase()} alone`;
  return isAssessed ? `score ${shown.score}` : `score so far ${shown.score}`;
}
