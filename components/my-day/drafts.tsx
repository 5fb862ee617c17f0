import type { DraftView, MyDayView } from "@/lib/notices/my-day/schema";
import { DueRow } from "../shared-actions/due-row";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { LinkButton } from "../ui/link";
import { VisuallyHidden } from "../ui/visually-hidden";

/** What was typed and not saved, and the way back to it. */
export function DraftRows({ drafts }: { drafts: readonly DraftView[] }) {
  if (drafts.length === 0) return <EmptyState level={3} title="No drafts">What you type and do not save stays here, for you alone.</EmptyState>;
  return (
    <Rows label="Drafts">
      {drafts.map((draft) => (
        <DueRow
          key={`${draft.kind}-${draft.subject}`} due={null} when="draft" title={draft.words} href={draft.href} detail={`Kept ${draft.savedWords}. Only you can see it.`}
          actions={<LinkButton size="small" className="max-sm:flex-1" href={draft.href}>Go on<VisuallyHidden>: {draft.words}</VisuallyHidden></LinkButton>}
        />
      ))}
    </Rows>
  );
}

/** The day of a call taker: the reports they took in the last day, and their drafts. */
export function OwnReports({ day }: { day: MyDayView }) {
  return (
    <>
      <Card flush id="own-reports" title="Reports you took in the last 24 hours">
        {day.ownReports.length === 0 ? (
          <EmptyState level={3} title="None yet today">What you take can be read by you for 24 hours, and by those who work it from then on.</EmptyState>
        ) : (
          <Rows label="Reports you took">
            {day.ownReports.map((report) => (
              <Row key={report.reportId} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <span><strong className="tabular-nums">{report.reference}</strong> · {report.words}</span>
                <span className="text-note text-ink-soft">{report.takenWords}</span>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
      <Card flush id="drafts" title="Drafts"><DraftRows drafts={day.drafts} /></Card>
    </>
  );
}
