import type { ListedReport } from "@/lib/reports/inbox/schema";
import { TextLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/signal/tag";
import { reportPaths } from "../paths";

/** One report in two lines: what and where, then who took it and where it went. */
export function ReportLine({ report }: { report: ListedReport }) {
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <TextLink href={reportPaths.report(report.reportId)} className="font-bold">{report.headingLabel}</TextLink>
        <span>{report.placeWords}</span>
        {report.triggers.map((trigger) => <Tag key={trigger} tone="warning">{trigger}</Tag>)}
      </p>
      <p className="text-note text-ink-soft">
        {report.receivedWords} · <span className="whitespace-nowrap">{report.reference}</span> · {report.went ? <Went went={report.went} /> : report.statusWords}
      </p>
    </div>
  );
}

/** Where a report went: a link to the case where it is within reach, else its reference and lead. */
export function Went({ went }: { went: NonNullable<ListedReport["went"]> }) {
  if (went.caseId) return <TextLink href={reportPaths.asbCase(went.caseId)}>{went.reference}</TextLink>;
  return <>{went.reference}, led by {went.leadName}</>;
}
