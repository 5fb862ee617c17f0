import type { AuditLine, MemberTrailView, TeamView } from "@/lib/governance/audit/schema";
import { Columns } from "../shell/page-parts";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { PlainLink } from "../ui/link";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";
import { LookRow } from "./look-row";

function Lines({ title, lines, bare }: { title: string; lines: AuditLine[]; bare?: boolean }) {
  return (
    <Card title={title} flush>
      {lines.length === 0 ? <EmptyState level={3} title="Nothing yet">What is opened and done will stand here.</EmptyState> : <Rows label={title}>{lines.map((line) => <LookRow key={line.key} line={line} bare={bare} linked={!bare} />)}</Rows>}
    </Card>
  );
}

/** What the members of an agency did, for its managers. */
export function TeamPage({ view }: { view: TeamView }) {
  return (
    <AuditFrame may={view.may} title={`What ${view.agency} did`} current={auditPaths.team}>
      <Columns
        sideLabel="Members"
        side={
          <Card title="Members" aside={String(view.members.length)} flush>
            <Rows label="Members">
              {view.members.map((member) => (
                <Row key={member.memberId} className="py-2">
                  <PlainLink href={auditPaths.member(member.memberId)} className="font-bold text-link hover:underline">{member.name}</PlainLink>
                  <span className="block text-note text-ink-soft">{member.title}</span>
                </Row>
              ))}
            </Rows>
          </Card>
        }
      >
        <Lines title="All members, newest first" lines={view.lines} />
        <Pagination label="Earlier" nextHref={view.next ? `${auditPaths.team}?after=${view.next}` : null} />
      </Columns>
    </AuditFrame>
  );
}

/** What one member did, for their manager and for governance. */
export function MemberPage({ view }: { view: MemberTrailView }) {
  const { member } = view;
  return (
    <AuditFrame may={view.may} title={`What ${member.name} did`} note={`${member.title}, ${member.agency}`} current={view.may.followTeam ? auditPaths.team : auditPaths.people}>
      <Lines title="Newest first" lines={view.lines} bare />
      <Pagination label="Earlier" nextHref={view.next ? `${auditPaths.member(member.memberId)}?after=${view.next}` : null} />
    </AuditFrame>
  );
}
