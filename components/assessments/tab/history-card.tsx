import type { RiskTabView } from "@/lib/assessments/tab/schema";
import { Card } from "../../ui/layout/card";
import { RagTag } from "../../ui/signal/rag-tag";

/** Each colour the case has had, newest first, how long and why. */
export function HistoryCard({ view: { history } }: { view: RiskTabView }) {
  return (
    <Card title="How it has moved">
      {history.length === 0 ? (
        <p className="text-ink-soft">No colour yet.</p>
      ) : (
        <ol className="grid gap-3">
          {history.map((step, at) => (
            <li key={step.atWords + at} className="grid gap-0.5">
              <p className="flex flex-wrap items-center gap-2">
                <RagTag rag={step.rag} /> <span className="text-note text-ink-soft">{step.lastedWords}</span>
              </p>
              <p>{step.reason}</p>
              <p className="text-note text-ink-soft">{[step.atWords, step.byName].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
