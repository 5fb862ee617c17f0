import type { ReactNode } from "react";
import type { Found } from "@/lib/cases/find/schema";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { LinkButton, PlainLink } from "../ui/link";
import { CaseFound, PointerFound } from "./case-found";

/** What was found, sort by sort; what may not be opened says whom to ring. */
export function Results({ found }: { found: Found }) {
  const { cases, pointers, people, places } = found;
  if (cases.length + pointers.length + people.length + places.length === 0) {
    return (
      <Card flush>
        <EmptyState title="Nothing found that you may see" action={<LinkButton href="/reports/new" look="start">New report</LinkButton>}>
          Try the first letters of a name, a street without its number, or a whole reference. What is not shared with your agency is not found by name.
        </EmptyState>
      </Card>
    );
  }
  return (
    <div className="grid gap-stack">
      <Sort title="Cases" shown={cases.length + pointers.length}>
        {cases.map((one) => <CaseFound key={one.caseId} found={one} />)}
        {pointers.map((one) => <PointerFound key={one.reference} pointer={one} />)}
      </Sort>
      <Sort title="People" shown={people.length}>
        {people.map((person) => (
          <Row key={person.personId} className="hover:bg-surface-quiet">
            <PlainLink href={`/people/${person.personId}`} className="font-bold text-link after:absolute after:inset-0 hover:underline">{person.name}</PlainLink>{" "}
            <span className="text-ink-soft">{person.roles}</span>
          </Row>
        ))}
      </Sort>
      <Sort title="Places" shown={places.length}>
        {places.map((place) => <PlaceFound key={place.id} place={place} />)}
      </Sort>
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

function PlaceFound({ place }: { place: Found["places"][number] }) {
  const open = place.openCases === 0 ? "" : place.openCases === 1 ? "1 open case you may open" : `${place.openCases} open cases you may open`;
  return (
    <Row className="hover:bg-surface-quiet">
      <PlainLink href={`/places/${place.id}`} className="font-bold text-link after:absolute after:inset-0 hover:underline">
        {[place.line, place.town].filter(Boolean).join(", ")} {place.postcode}
      </PlainLink>{" "}
      <span className="text-ink-soft">{[place.ward, place.areaName, open].filter(Boolean).join(" · ")}</span>
      {place.pointers.map((pointer) => (
        <p key={pointer.reference} className="text-note">
          {pointer.reference} is led by {pointer.leadName}: ring {pointer.ring}.
        </p>
      ))}
    </Row>
  );
}
