import type { BeforeYouRing } from "@/lib/cases/page/aside/schema";
import { Card } from "../../ui/layout/card";

/** What somebody asked for stands above the number to ring. */
export function BeforeYouRingCard({ how }: { how: BeforeYouRing }) {
  return (
    <Card title={`Before you ring ${how.name}`}>
      {how.wishes.length > 0 ? <p className="font-bold">{how.wishes.join(". ")}.</p> : <p className="text-ink-soft">No wishes recorded. Ask when and how it is safe.</p>}
      {how.number ? (
        <p className="mt-1 tabular-nums">
          {how.methodWords ? <span className="text-ink-soft">{how.methodWords} </span> : null}
          {how.number}
        </p>
      ) : null}
      {how.keptBy.length > 0 ? <p className="mt-1 text-note text-ink-soft">{how.keptBy.join(" · ")}</p> : null}
    </Card>
  );
}
