import type { CaseSharing } from "@/lib/cases/sharing/schema";

/** What an agency sees and what it does not, side by side. */
export function Seeing({ seeing }: { seeing: CaseSharing["preview"][string] }) {
  return (
    <div className="grid gap-x-6 gap-y-2 text-note sm:grid-cols-2">
      <Lines title="Sees" lines={seeing.sees} />
      <Lines title="Does not see" lines={seeing.doesNotSee} />
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div>
      <p className="font-semibold text-ink-soft">{title}</p>
      <ul className="list-disc ps-4.5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
