import { longDay } from "../../lib/format/dates";
import type { BehindFigureView } from "../../lib/overview/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { Card, Row, Rows } from "../ui/layout/card";
import { TextLink } from "../ui/link";

/** The records behind one figure, and how many of it the member may not open. */
export function BehindFigure({ view }: { view: BehindFigureView }) {
  return (
    <PageBody>
      <p className="print:hidden">
        <TextLink href={`/overview?area=${view.area.code}&on=${view.on}`}>Back to the caseload of {view.area.name}</TextLink>
      </p>
      <PageTitle note={`${view.area.name}, as at ${longDay(view.on)}`}>
        {view.label}: {view.count}
      </PageTitle>
      {view.hidden > 0 ? (
        <p>
          {view.hidden} of the {view.count} {view.hidden === 1 ? "is" : "are"} on cases that are not shared with you.
        </p>
      ) : null}
      <Card id="records" title="Records you may open" aside={String(view.records.length)} flush>
        {view.records.length === 0 ? <p className="p-card text-ink-soft">None of them is shared with you.</p> : null}
        <Rows label="Records">
          {view.records.map((record, index) => (
            <Row key={`${record.caseId}.${index}`}>
              <TextLink href={`/cases/${record.caseId}`}>{record.reference}</TextLink> <span className="font-semibold">{record.title}</span>
              <p className="text-note text-ink-soft">
                {record.words}, from {longDay(record.since)}
              </p>
            </Row>
          ))}
        </Rows>
      </Card>
    </PageBody>
  );
}
