import type { PersonAuditView } from "@/lib/governance/audit/schema";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { PlainLink } from "../ui/link";
import { Tag } from "../ui/signal/tag";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";
import { LookRow } from "./look-row";
import { TimeChoice } from "./time-choice";

type Line = PersonAuditView["lines"][number];

function Why({ line }: { line: Line }) {
  return (
    <div className="text-note wrap-anywhere">
      <p><span className="text-ink-soft">Why: </span>{line.why}{line.law ? <span className="text-ink-soft"> · {line.law}</span> : null}</p>
      {line.breakGlass ? <p><strong>Opened in an emergency: </strong>{line.breakGlass}</p> : null}
    </div>
  );
}

/** Who looked at a person in a month, and why, for governance: no name and nothing of the case but its reference. */
export function PersonLooks({ view }: { view: PersonAuditView }) {
  const here = auditPaths.person(view.personId, view.month);
  return (
    <AuditFrame may={view.may} title={`Who looked at this person in ${view.monthWords}, and why`} current={auditPaths.people}>
      <TimeChoice name="month" label="Month" now={view.month} choices={view.months} address={auditPaths.person(view.personId, "")} />
      <p className="max-w-prose text-ink-soft">
        {view.cases.length === 0 ? "On no case within your remit." : "On "}
        {view.cases.map(({ caseId, reference }, index) => (
          <span key={caseId}>
            {index > 0 ? ", " : ""}
            <PlainLink href={auditPaths.case(caseId)} className="font-semibold text-link tabular-nums hover:underline">{reference}</PlainLink>
          </span>
        ))}
        {view.cases.length === 0 ? "" : ". Looks at these cases while the person was on them, at the person, and lists and searches that showed them."}
      </p>
      <Card title={view.monthWords} flush>
        {view.lines.length === 0 ? (
          <EmptyState level={3} title={`Nobody looked in ${view.monthWords}`}>Choose another month, or find the person under another spelling of the name.</EmptyState>
        ) : (
          <Rows label="Looks">
            {view.lines.map((line) => (
              <LookRow key={line.key} line={line} linked tags={line.worked === false ? <Tag tone="soon">Looked without working on it</Tag> : null}>
                <Why line={line} />
              </LookRow>
            ))}
          </Rows>
        )}
      </Card>
      <Pagination label="Earlier" nextHref={view.next ? `${here}&after=${view.next}` : null} />
    </AuditFrame>
  );
}
