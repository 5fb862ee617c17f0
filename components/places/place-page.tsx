import type { PlacePage as View } from "@/lib/cases/places/schema";
import { CaseFound, PointerFound } from "../find/case-found";
import { Columns, PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { Card, Row, Rows } from "../ui/layout/card";
import { LinkButton, PlainLink, TextLink } from "../ui/link";
import { StaffSafetyStrip } from "../ui/signal/notice";
import { ReportsOverTime } from "./reports-over-time";

/** What has happened at a place, as far as the member may see it. */
export function PlacePage({ view }: { view: View }) {
  const address = [view.town, view.postcode].filter(Boolean).join(" ");
  return (
    <>
      <PageHeader>
        <PageTitle note={address} actions={<LinkButton href="/reports/new" look="start">New report</LinkButton>}>
          {view.line}
        </PageTitle>
        <p className="text-ink-soft">{[view.kindWords, view.ward ? `${view.ward} ward` : "", view.areaName].filter(Boolean).join(" · ")}</p>
      </PageHeader>
      <PageBody>
        {view.warnings.map((warning) => (
          <StaffSafetyStrip key={warning.id} title={warning.words}>{warning.review}</StaffSafetyStrip>
        ))}
        <Columns sideLabel="Orders and people" side={<Side view={view} />}>
          <Card title="Cases here" aside={String(view.cases.length + view.pointers.length)} flush>
            {view.cases.length + view.pointers.length > 0 ? (
              <Rows label="Cases here">
                {view.cases.map((one) => <CaseFound key={one.caseId} found={one} />)}
                {view.pointers.map((one) => <PointerFound key={one.reference} pointer={one} mayBreakGlass={view.mayBreakGlass} />)}
              </Rows>
            ) : (
              <p className="px-card py-3 text-ink-soft">No case here that you may know of.</p>
            )}
          </Card>
          <ReportsOverTime view={view} />
        </Columns>
      </PageBody>
    </>
  );
}

function Side({ view }: { view: View }) {
  return (
    <>
      <Card title="In force here" flush>
        {view.orders.length > 0 ? (
          <Rows label="Orders in force">
            {view.orders.map((order) => (
              <Row key={order.id}>
                <strong>{order.words}</strong>
                <p className="text-note text-ink-soft">
                  {order.isOfPlace ? "On this place" : "On a person"}
                  {order.untilWords ? `, to ${order.untilWords}` : ""} · <TextLink href={`/cases/${order.asbCase.caseId}/interventions`}>{order.asbCase.reference}</TextLink>
                </p>
              </Row>
            ))}
          </Rows>
        ) : (
          <p className="px-card py-3 text-ink-soft">No order in force that you may see.</p>
        )}
      </Card>
      <Card title="People linked" flush>
        {view.people.length > 0 ? (
          <Rows label="People linked">
            {view.people.map((person) => (
              <Row key={person.personId} className="hover:bg-surface-quiet">
                <PlainLink href={person.href} className="font-bold text-link after:absolute after:inset-0 hover:underline">{person.name}</PlainLink>
                <p className="text-note text-ink-soft">{[person.lives, person.roles].filter(Boolean).join(" · ")}</p>
              </Row>
            ))}
          </Rows>
        ) : (
          <p className="px-card py-3 text-ink-soft">Nobody that you may see.</p>
        )}
      </Card>
    </>
  );
}
