import type { HistoryLine, HistoryView } from "@/lib/cases/history/schema";
import { ConflictOfInterest } from "../../sharing/keeping/conflict-of-interest";
import { Card, Row, Rows } from "../../ui/layout/card";
import { LinkButton } from "../../ui/link";
import { RagTag } from "../../ui/signal/rag-tag";
import { CaseFrame } from "../case-frame";

function Line({ line, lead }: { line: HistoryLine; lead?: React.ReactNode }) {
  return (
    <Row className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <time dateTime={line.at} className="text-note text-ink-soft tabular-nums">{line.atWords}</time>
      <div className="min-w-0">
        <span className="flex flex-wrap items-center gap-2">{lead ?? <strong>{line.what}</strong>}{lead && line.why ? <span>{line.why}</span> : null}</span>
        <span className="text-note text-ink-soft">{[lead ? "" : line.why, line.who].filter(Boolean).join(" · ")}</span>
      </div>
    </Row>
  );
}

function Part({ title, lines, empty }: { title: string; lines: readonly HistoryLine[]; empty: string }) {
  return (
    <Card title={title} flush>
      {lines.length === 0 ? <p className="px-card py-3 text-ink-soft">{empty}</p> : null}
      <Rows label={title}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </Rows>
    </Card>
  );
}

/** How the case came to be as it is: its colours and why, who led it and who had reach, and its states. */
export function HistoryTab({ view, memberId }: { view: HistoryView; memberId: string }) {
  const { header } = view;
  return (
    <CaseFrame header={header} tab="history">
      {header.side === "perpetrator" ? null : (
        <Card title="Colour, and why" flush>
          {view.colours.length === 0 ? <p className="px-card py-3 text-ink-soft">Not assessed yet.</p> : null}
          <Rows label="Colour, and why">
            {view.colours.map((line) => (
              <Line key={line.id} line={line} lead={<RagTag rag={line.rag} />} />
            ))}
          </Rows>
        </Card>
      )}
      <Part title="Who leads it and who works on it" lines={view.reach} empty="Nobody yet." />
      {header.may.seeLog ? <Part title="Status" lines={view.states} empty="No changes yet." /> : null}
      {view.seesWhoLooked ? (
        <Card title="Who looked at this case">
          <p className="mb-3 max-w-prose text-ink-soft">Every look is kept. As you answer for this case, you can see who opened it, and who did so without working on it.</p>
          <LinkButton href={`/audit/cases/${header.caseId}`}>Who looked</LinkButton>
        </Card>
      ) : null}
      {/* Others declare it on the tab about sharing, which this side does not read. */}
      {header.may.seeSharing || header.openUntilWords ? null : <ConflictOfInterest header={header} memberId={memberId} />}
    </CaseFrame>
  );
}
