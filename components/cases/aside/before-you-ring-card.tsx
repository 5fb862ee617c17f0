import type { BeforeYouRing } from "@/lib/cases/page/aside/schema";
import { sentences } from "@/lib/format/text";
import { Card } from "../../ui/layout/card";
import { Disclosure } from "../../ui/layout/disclosure";

function HowToRing({ how }: { how: BeforeYouRing }) {
  return (
    <>
      {how.wishes.length > 0 ? <p className="font-bold">{sentences(how.wishes)}</p> : <p className="text-ink-soft">No wishes recorded. Ask when and how it is safe.</p>}
      {how.number ? (
        <p className="mt-1 tabular-nums">
          {how.methodWords ? <span className="text-ink-soft">{how.methodWords} </span> : null}
          {how.number}
        </p>
      ) : null}
      {how.keptBy.length > 0 ? <p className="mt-1 text-note text-ink-soft">{how.keptBy.join(" · ")}</p> : null}
    </>
  );
}

/** What somebody asked for stands above the number to ring. */
export function BeforeYouRingCard({ how }: { how: BeforeYouRing }) {
  return (
    <Card title={`Before you ring ${how.name}`}>
      <HowToRing how={how} />
    </Card>
  );
}

/** The same, folded above the log on a phone, where the column beside it comes last. */
export function BeforeYouRingFolded({ people }: { people: readonly BeforeYouRing[] }) {
  if (people.length === 0) return null;
  return (
    <div className="rounded-card border border-line bg-surface px-card py-1 lg:hidden print:hidden">
      {people.map((how) => (
        <Disclosure key={how.id} summary={`Before you ring ${how.name}`}>
          <HowToRing how={how} />
        </Disclosure>
      ))}
    </div>
  );
}
