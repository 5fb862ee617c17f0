import { listWords } from "@/lib/format/text";
import type { PlacePage as View } from "@/lib/cases/places/schema";
import { Card, Row, Rows } from "../ui/layout/card";
import { TextLink } from "../ui/link";

/** The reports of a place: how many, when, and those that may be read; the rest as numbers. */
export function ReportsOverTime({ view }: { view: View }) {
  const beyond = view.total - view.readable;
  const count = view.total === 1 ? "1 report" : `${view.total} reports`;
  return (
    <Card title="Reports" aside={`${count} in 12 months`} flush>
      {view.total > 0 ? (
        <div className="grid gap-3 px-card py-3">
          {beyond > 0 ? (
            <p>
              You may read {view.readable === 0 ? "none of them" : view.readable}. {listWords(view.others.map(({ agencyName, count: taken }) => `${agencyName} took ${taken}`))} that {beyond === 1 ? "is" : "are"} not shared with you.
            </p>
          ) : null}
          {view.readable > 0 ? <Months months={view.months} /> : null}
        </div>
      ) : null}
      {view.reports.length > 0 ? (
        <Rows label="Reports">
          {view.reports.map((report) => (
            <Row key={report.reportId} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
              <span className="min-w-24 text-note text-ink-soft tabular-nums">{report.whenWords}</span>
              <span className="min-w-0 flex-1 basis-48 font-semibold">{report.headingWords}</span>
              <span className="text-note text-ink-soft">
                {report.reference} · {report.agencyName}
                {report.asbCase ? (
                  <>
                    {" · "}
                    <TextLink href={`/cases/${report.asbCase.caseId}`}>{report.asbCase.reference}</TextLink>
                  </>
                ) : null}
              </span>
            </Row>
          ))}
        </Rows>
      ) : (
        <p className="px-card py-3 text-ink-soft">{view.total > 0 ? "None that you may read." : "No report that you may know of."}</p>
      )}
    </Card>
  );
}

function Months({ months }: { months: View["months"] }) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <figure>
      <figcaption className="text-note text-ink-soft">Those you may read, by month</figcaption>
      <ol className="mt-1 flex items-end gap-1">
        {months.map(({ label, count }) => (
          <li key={label} className="grid flex-1 justify-items-center gap-0.5 text-small text-ink-soft">
            <span className={count > 0 ? "font-bold text-ink" : undefined}>{count > 0 ? count : <span className="sr-only">0</span>}</span>
            {/* A height of its own, since the content security policy drops styles that come with the page. */}
            <svg aria-hidden="true" height={Math.max(count > 0 ? 4 : 1, (count / most) * 48)} className="w-full rounded-t-tag bg-act forced-colors:bg-[CanvasText]" />
            {label}
          </li>
        ))}
      </ol>
    </figure>
  );
}
