import type { Claim, RiskTabView } from "@/lib/assessments/tab/schema";
import { Card } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { RagTag } from "../../ui/signal/rag-tag";
import { Tag } from "../../ui/signal/tag";

const kinds: Record<Claim["kind"], string> = {
  trigger: "Live trigger",
  raised: "Judgement",
  victim: "Victim",
  behaviour: "Behaviour or place",
  lowered: "Judgement of a manager",
};

/** Everything that claims a colour for the case, worst first, and which of them decides. */
export function ColourCard({ view: { claims } }: { view: RiskTabView }) {
  const lowered = claims.some(({ kind, isDeciding }) => kind === "lowered" && isDeciding);
  return (
    <Card title="Why it is this colour" aside={lowered ? "A manager lowered it; the rest stands behind" : "The worst of these counts"} flush>
      {claims.length === 0 ? (
        <EmptyState title="Not assessed yet" level={3}>
          The case cannot leave intake without a risk assessment.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {claims.map((claim) => (
            <li key={`${claim.kind}${claim.what}${claim.atWords}`} className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-3 px-card py-2.5">
              <RagTag rag={claim.rag} />
              <div>
                <p className={claim.isDeciding ? "font-bold" : ""}>
                  {claim.what} {claim.isDeciding ? <Tag tone="act">This decides</Tag> : null}
                </p>
                {claim.ownWords ? <p>“{claim.ownWords}”</p> : null}
                <p className="text-note text-ink-soft">{[kinds[claim.kind], claim.by, claim.atWords].filter(Boolean).join(" · ")}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
