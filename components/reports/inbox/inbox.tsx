import type { InboxView } from "@/lib/reports/inbox/schema";
import { counted } from "@/lib/format/due";
import { Columns, PageBody, PageTitle } from "@/components/shell/page-parts";
import { Card, Row, Rows } from "@/components/ui/layout/card";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { reportPaths } from "../paths";
import { DraftRow } from "./draft-row";
import { ReportLine } from "./report-line";
import { WaitingRow } from "./waiting-row";

/** Reports: what waits for this member to decide, the clock that runs out first; what came in lately; what they began and have not saved. */
export function Inbox({ view }: { view: InboxView }) {
  const { waiting, recent, drafts } = view;
  const side = (
    <>
      <Card title="Not finished" aside={drafts.length > 0 ? counted(drafts.length, "draft") : undefined} flush id="drafts">
        {drafts.length > 0 ? <Rows label="Drafts of yours">{drafts.map((draft) => <DraftRow key={draft.subject} draft={draft} />)}</Rows> : <p className="px-card py-3 text-ink-soft">Nothing begun. What you type in a report is kept here until you save it.</p>}
      </Card>
      {waiting ? <Recent title={view.recentTitle} recent={recent} /> : null}
    </>
  );
  return (
    <PageBody>
      <PageTitle actions={<LinkButton look="start" href={reportPaths.fresh} keys="n">New report</LinkButton>}>Reports</PageTitle>
      <Columns side={side} sideLabel="Drafts and recent reports">
        {waiting ? <Waiting waiting={waiting} /> : <Recent title={view.recentTitle} recent={recent} />}
      </Columns>
    </PageBody>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<InboxView["waiting"]> }) {
  return (
    <Card title="Waiting for you" aside={waiting.length > 0 ? <>{counted(waiting.length, "report")}<span className="touch:hidden"> · j and k move, e same event</span></> : undefined} flush id="waiting">
      {waiting.length > 0 ? (
        <Rows label="Reports that wait, the clock that runs out first">{waiting.map((report) => <WaitingRow key={report.reportId} report={report} />)}</Rows>
      ) : (
        <EmptyState title="Nothing waits" level={3}>Every report of your area has its place. New ones come here with their clock.</EmptyState>
      )}
    </Card>
  );
}

function Recent({ title, recent }: { title: string; recent: InboxView["recent"] }) {
  return (
    <Card title={title} flush id="recent">
      {recent.length > 0 ? (
        <Rows label={title}>
          {recent.map((report) => (
            <Row key={report.reportId}>
              <ReportLine report={report} />
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState title="No reports yet" level={3} action={<TextLink href={reportPaths.fresh}>Take the first</TextLink>}>Reports show here once they are saved.</EmptyState>
      )}
    </Card>
  );
}
