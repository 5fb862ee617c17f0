import type { CaseAuditView } from "@/lib/governance/audit/schema";
import { counted } from "@/lib/format/due";
import { casePaths } from "../cases/case-paths";
import { Columns } from "../shell/page-parts";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { TabLinks } from "../ui/layout/tab-links";
import { LinkButton, PlainLink } from "../ui/link";
import { Tag } from "../ui/signal/tag";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";
import { LookRow } from "./look-row";

const withoutWork = <Tag tone="soon">Looked without working on it</Tag>;

function Lookers({ view }: { view: CaseAuditView }) {
  const isLinked = view.may.oversee;
  return (
    <Card title="Who has looked" aside={counted(view.lookers.length, "member")} flush>
      {view.lookers.length === 0 ? <EmptyState level={3} title="Nobody yet" /> : null}
      <Rows label="Who has looked">
        {view.lookers.map((one) => (
          <Row key={one.memberId} className="grid gap-0.5 py-2">
            {isLinked ? <PlainLink href={auditPaths.member(one.memberId)} className="font-bold text-link hover:underline">{one.name}</PlainLink> : <strong>{one.name}</strong>}
            <span className="text-note text-ink-soft">{one.title}, {one.agency}</span>
            <span className="text-note text-ink-soft">{counted(one.looks, "look")}, last {one.lastWords}</span>
            {one.worked ? null : withoutWork}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

/** Who looked at a case, for its lead and for governance: each look, each looker, and who has no work on it. */
export function CaseLooks({ view }: { view: CaseAuditView }) {
  const here = auditPaths.case(view.caseId);
  const views = [{ href: here, label: "Every look" }, { href: `${here}?without=1`, label: "Without work on it" }];
  const current = views[view.onlyWithout ? 1 : 0]!.href;
  const next = `${current}${view.onlyWithout ? "&" : "?"}after=${view.next}`;
  return (
    <AuditFrame
      may={view.may}
      title={`Who looked at ${view.reference}`}
      note={view.leadName ? `led by ${view.leadName}` : undefined}
      current={auditPaths.people}
      actions={view.isGovernance ? null : <LinkButton href={casePaths(view.caseId).history}>Back to the case</LinkButton>}
    >
      <p className="max-w-prose text-ink-soft">
        “Looked without working on it” marks members who are not named on the case and have written, assessed, acted or taken no report on it{view.isGovernance ? "" : " that you can see"}. There may be a good reason: ask before you judge.
      </p>
      <TabLinks label="Which looks" tabs={views} current={current} look="pills" />
      <Columns side={<Lookers view={view} />} sideLabel="Who has looked">
        <Card title={view.onlyWithout ? "Looks without work on it, newest first" : "Every look, newest first"} flush>
          {view.lines.length === 0 ? (
            <EmptyState level={3} title={view.onlyWithout ? "Everybody who looked works on it" : "Nobody has looked"}>When somebody opens the case, it is listed here.</EmptyState>
          ) : (
            <Rows label="Looks">{view.lines.map((line) => <LookRow key={line.key} line={line} linked={view.may.oversee} tags={line.worked ? null : withoutWork} />)}</Rows>
          )}
        </Card>
        <Pagination label="Earlier" nextHref={view.next ? next : null} />
      </Columns>
    </AuditFrame>
  );
}
