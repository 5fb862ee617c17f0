import type { WithoutWorkView } from "@/lib/governance/audit/schema";
import { counted } from "@/lib/format/due";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { PlainLink } from "../ui/link";
import { Tag } from "../ui/signal/tag";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";
import { TimeChoice } from "./time-choice";

function Looked({ line }: { line: WithoutWorkView["lines"][number] }) {
  return (
    <Row className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="text-note text-ink-soft tabular-nums">{line.whenWords}</span>
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 wrap-anywhere">
          <PlainLink href={auditPaths.member(line.memberId)} className="font-bold text-link hover:underline">{line.name}</PlainLink>
          <span className="font-semibold whitespace-nowrap tabular-nums">{line.reference}</span>
          {line.inEmergency ? <Tag tone="soon">Opened in an emergency</Tag> : null}
        </p>
        <p className="text-note text-ink-soft wrap-anywhere">{line.title} · {counted(line.looks, "look")}: {line.what.join("; ")}</p>
        <p className="text-note text-ink-soft">{line.devices.length > 0 ? `On ${line.devices.join(", ")}` : "The browser is not on record"}</p>
      </div>
    </Row>
  );
}

/** Which members opened cases in a week without working on them, for the managers of their agency. */
export function WithoutWorkPage({ view }: { view: WithoutWorkView }) {
  return (
    <AuditFrame may={view.may} title="Looked without working on it" note={view.agency} current={auditPaths.withoutWork}>
      <TimeChoice key={view.week} name="week" label="Week" now={view.week} choices={view.weeks} address={auditPaths.week("")} />
      <p className="max-w-prose text-ink-soft">
        Cases that members of your agency opened, who are not named on them and have written, assessed, acted or taken no report on them that you can see. There may be a good reason: ask before you judge.
      </p>
      <Card title={view.weekWords} flush>
        {view.lines.length === 0 ? (
          <EmptyState level={3} title="Nobody in this week">Everybody who opened a case works on it.</EmptyState>
        ) : (
          <Rows label="Looked without working on it">{view.lines.map((line) => <Looked key={line.key} line={line} />)}</Rows>
        )}
      </Card>
      <Pagination label="More" nextHref={view.nextSkip === null ? null : auditPaths.week(view.week, view.nextSkip)} />
    </AuditFrame>
  );
}
