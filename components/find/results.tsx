import type { ReactNode } from "react";
import type { Found } from "@/lib/cases/find/schema";
import { caseReference, parseCaseReference } from "@/lib/format/references";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { LinkButton, PlainLink } from "../ui/link";
import { CaseFound, PointerFound } from "./case-found";
import { AskForAccess } from "../requests/ask-for-access";
import { SeekInEmergency } from "./seek-in-emergency";
import { OpenInEmergency } from "./open-in-emergency";

/** What was found, sort by sort; what may not be opened says whom to ring. */
export function Results({ found }: { found: Found }) {
  const { cases, pointers, people, places } = found;
  if (cases.length + pointers.length + people.length + places.length === 0) return <Nothing found={found} />;
  return (
    <div className="grid gap-stack">
      <Sort title="Cases" shown={cases.length + pointers.length}>
        {cases.map((one) => <CaseFound key={one.caseId} found={one} />)}
        {pointers.map((one) => <PointerFound key={one.reference} pointer={one} mayBreakGlass={found.mayBreakGlass} />)}
      </Sort>
      <Sort title="People" shown={people.length}>
        {people.map((person) => (
          <Row key={person.personId} className="hover:bg-surface-quiet">
            <PlainLink href={person.href} className="font-bold text-link after:absolute after:inset-0 hover:underline">{person.name}</PlainLink>{" "}
            <span className="text-ink-soft">{person.roles}</span>
          </Row>
        ))}
      </Sort>
      <Sort title="Places" shown={places.length}>
        {places.map((place) => <PlaceFound key={place.id} place={place} mayBreakGlass={found.mayBreakGlass} />)}
      </Sort>
    </div>
  );
}

function Nothing({ found }: { found: Found }) {
  const reference = parseCaseReference(found.term);
  return (
    <div className="grid gap-stack">
      <Card flush>
        <EmptyState title="Nothing found that you may see" action={<LinkButton href="/reports/new" look="start">New report</LinkButton>}>
          Try the first letters of a name, a street without its number, or a whole reference. What is not shared with your agency is not found by name.
        </EmptyState>
      </Card>
      {!reference && found.mayBreakGlass ? (
        <Card title="If somebody is in danger and you know who they are">
          <p className="mb-2 max-w-prose">By exactly their name and date of birth you can learn whether an agency works with them, and whom to ring: nothing else.</p>
          <SeekInEmergency />
        </Card>
      ) : null}
      {reference && found.mayBreakGlass ? (
        <Card title="If you were given this reference and somebody is in danger">
          <p className="mb-2 max-w-prose">You can try to open it. Nothing here says whether there is such a case: some are hidden from everyone they are not shared with.</p>
          <OpenInEmergency reference={caseReference(reference)} />
        </Card>
      ) : null}
    </div>
  );
}

function Sort({ title, shown, children }: { title: string; shown: number; children: ReactNode }) {
  if (shown === 0) return null;
  return (
    <Card title={title} aside={String(shown)} flush>
      <Rows label={title}>{children}</Rows>
    </Card>
  );
}

function PlaceFound({ place, mayBreakGlass }: { place: Found["places"][number]; mayBreakGlass: boolean }) {
  const open = place.openCases === 0 ? "" : place.openCases === 1 ? "1 open case you may open" : `${place.openCases} open cases you may open`;
  return (
    <Row className="hover:bg-surface-quiet">
      <PlainLink href={`/places/${place.id}`} className="font-bold text-link after:absolute after:inset-0 hover:underline">
        {[place.line, place.town].filter(Boolean).join(", ")} {place.postcode}
      </PlainLink>{" "}
      <span className="text-ink-soft">{[place.ward, place.areaName, open].filter(Boolean).join(" · ")}</span>
      {place.pointers.map((pointer) => (
        <div key={pointer.reference} className="flex flex-wrap items-center gap-x-3 text-note">
          <p>
            {pointer.reference} is led by {pointer.leadName}: ring {pointer.ring}.
          </p>
          {pointer.mayAsk ? <AskForAccess reference={pointer.reference} leadName={pointer.leadName} ring={pointer.ring} /> : null}
          {mayBreakGlass ? <OpenInEmergency pointer={pointer} /> : null}
        </div>
      ))}
    </Row>
  );
}
