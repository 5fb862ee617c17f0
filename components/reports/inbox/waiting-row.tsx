import type { WaitingReport } from "@/lib/reports/inbox/schema";
import { Row } from "@/components/ui/layout/card";
import { LinkButton, TextLink } from "@/components/ui/link";
import { DueTag } from "@/components/ui/signal/due-tag";
import { Tag } from "@/components/ui/signal/tag";
import { reportPaths } from "../paths";
import { Went } from "./report-line";
import { SameEventButton } from "./same-event-button";

const urgencies = { red: "Urgent by its screening", amber: "Full assessment called for", green: "" };

/** A report that waits: its clock, what was said, and what may be the same event beside it. */
export function WaitingRow({ report }: { report: WaitingReport }) {
  return (
    <Row>
      <div className="grid gap-2">
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
          <p className="text-note"><DueTag words={report.due.words} tone={report.due.tone} dueAt={report.due.at} /></p>
          <div className="grid min-w-0 gap-0.5">
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              <TextLink href={reportPaths.report(report.reportId)} className="font-bold">{report.headingLabel}</TextLink>
              <span>{report.placeWords}</span>
              {report.isInDanger ? <Tag tone="warning">999 was rung</Tag> : null}
              {report.triggers.map((trigger) => <Tag key={trigger} tone="warning">{trigger}</Tag>)}
              {urgencies[report.urgency] && report.triggers.length === 0 && !report.isInDanger ? <Tag tone="soon">{urgencies[report.urgency]}</Tag> : null}
            </p>
            <p className="wrap-anywhere">“{report.opening}”</p>
            <p className="text-note text-ink-soft">{report.receivedWords} · {report.agencyName} · <span className="whitespace-nowrap">{report.reference}</span></p>
          </div>
          <div>
            <LinkButton size="small" href={reportPaths.report(report.reportId)} aria-label={`Decide on ${report.reference}`}>Decide</LinkButton>
          </div>
        </div>
        {report.sameEvents.map((other) => (
          <div key={other.reportId} className="grid gap-2 rounded-control border border-act-line bg-act-soft p-3 sm:ms-38 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
            <div className="min-w-0 text-note">
              <p><strong>May be the same event</strong>: {other.headingLabel}, {other.receivedWords}, {other.agencyName}, <TextLink href={reportPaths.report(other.reportId)} className="whitespace-nowrap">{other.reference}</TextLink>{other.went ? <>, on <Went went={other.went} /></> : null}</p>
              <p className="wrap-anywhere">“{other.opening}”</p>
            </div>
            <SameEventButton reportId={report.reportId} version={report.version} sameAsId={other.reportId} reference={other.reference} />
          </div>
        ))}
      </div>
    </Row>
  );
}
