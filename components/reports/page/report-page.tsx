import type { ReportPageView } from "@/lib/reports/page/schema";
import { Columns, PageBody, PageHeader, PageTitle } from "@/components/shell/page-parts";
import { Card, Row, Rows } from "@/components/ui/layout/card";
import { SummaryList, type SummaryItem } from "@/components/ui/layout/summary-list";
import { TextLink } from "@/components/ui/link";
import { DueTag } from "@/components/ui/signal/due-tag";
import { InfoStrip } from "@/components/ui/signal/notice";
import { Tag } from "@/components/ui/signal/tag";
import { Went } from "../inbox/report-line";
import { KnownElsewhere } from "../known-elsewhere";
import { reportPaths } from "../paths";
import { Decide } from "./decide";
import { SafeContacts } from "./safe-contacts";

/** One report as it was received: its words never change, and where it went stands first. */
export function ReportPage({ view }: { view: ReportPageView }) {
  return (
    <>
      <PageHeader>
        <PageTitle lead={view.reference}>{view.headingLabel}{view.wardName ? `, ${view.wardName}` : ""}</PageTitle>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <strong>{view.statusWords}</strong>
          {view.went ? <span>on <Went went={view.went} /></span> : null}
          {view.due ? <span>Decide <DueTag words={view.due.words} tone={view.due.tone} dueAt={view.due.at} /></span> : null}
          {view.triggers.map((trigger) => <Tag key={trigger} tone="warning">{trigger}</Tag>)}
          {view.urgency === "amber" && view.due ? <Tag tone="soon">Full assessment called for</Tag> : null}
        </p>
      </PageHeader>
      <PageBody>
        {view.elsewhere.map((known) => <KnownElsewhere key={known.id} known={known} />)}
        <Columns side={<Side view={view} />} sideLabel="People, safe contact and where it went">
          {view.may.sort ? <Decide view={view} /> : null}
          <Card title="As it was received" aside={`${view.receivedWords} by ${view.takenBy}, ${view.agencyName}`} id="received">
            <blockquote className="border-s-4 border-act-line ps-3 text-lead whitespace-pre-line wrap-anywhere">{view.whatHappened}</blockquote>
            <div className="mt-3">
              <SummaryList items={items(view)} />
            </div>
          </Card>
          {view.screening.length > 0 ? (
            <Card title="Screening" id="screening">
              <SummaryList items={view.screening.map(({ about, answer }) => ({ label: about, value: answer }))} />
            </Card>
          ) : null}
        </Columns>
      </PageBody>
    </>
  );
}

function items(view: ReportPageView): SummaryItem[] {
  const all: (SummaryItem & { value: React.ReactNode })[] = [
    { label: "Safe at that moment", value: view.safeNowWords },
    { label: "Where", value: view.placeWords },
    { label: "When", value: view.happenedWords },
    { label: "How often", value: view.howOften },
    { label: "Classified", value: `${view.headingLabel}, ${view.qualifierLabel.toLowerCase()}` },
    { label: "First classified", value: view.originalWords },
    { label: "Came in by", value: view.channelLabel },
    { label: "Done or agreed", value: view.immediateSteps },
    { label: "Advice given", value: view.adviceGiven },
    { label: "Other reference", value: view.externalReference },
  ];
  return all.filter(({ value }) => value !== "");
}

function Side({ view }: { view: ReportPageView }) {
  const linked = [...(view.sameEventAs ? [{ ...view.sameEventAs, words: "counted with" }] : []), ...view.sameEvents.map((one) => ({ ...one, words: `${one.agencyName}, ${one.receivedWords}` }))];
  return (
    <>
      <SafeContacts contacts={view.safeContacts} />
      <Card title="People" flush id="people">
        {view.people.length > 0 ? (
          <Rows label="People in this report">
            {view.people.map((person) => (
              <Row key={`${person.personId} ${person.role}`}>
                <p><strong>{person.name}</strong>{person.ageWords ? `, ${person.ageWords}` : ""}</p>
                <p className="text-note text-ink-soft">{[person.role, person.note].filter(Boolean).join(" · ")}</p>
              </Row>
            ))}
          </Rows>
        ) : (
          <p className="px-card py-3 text-ink-soft">{view.isAnonymous ? "The caller would not be named." : "Nobody is named."}</p>
        )}
      </Card>
      {linked.length > 0 ? (
        <Card title="The same event" id="same-event">
          <ul className="grid gap-1">
            {linked.map((one) => (
              <li key={one.reportId}>
                <TextLink href={reportPaths.report(one.reportId)}>{one.reference}</TextLink> <span className="text-note text-ink-soft">{one.words}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {view.isAnonymous && view.people.length > 0 ? <InfoStrip title="The caller would not be named." /> : null}
    </>
  );
}
