import type { PeopleView } from "@/lib/cases/involvements/schema";
import type { RestrictedPerson } from "@/lib/cases/protecting/schema";
import { Columns } from "../../shell/page-parts";
import { Card, Row, Rows } from "../../ui/layout/card";
import { Disclosure } from "../../ui/layout/disclosure";
import { EmptyState } from "../../ui/layout/empty-state";
import { BeforeYouRingCard } from "../aside/before-you-ring-card";
import { CaseFrame } from "../case-frame";
import { AddPerson } from "./add-person";
import { PersonRow } from "./person-row";

function OtherSide({ people }: { people: readonly RestrictedPerson[] }) {
  if (people.length === 0) return null;
  return (
    <Card title="On the other side" flush>
      <Rows label="People on the other side">
        {people.map((person) => (
          <Row key={person.id} className="py-2">
            <strong>{person.label}</strong> <span className="text-ink-soft">{person.roleWords}, {person.area}</span>
          </Row>
        ))}
      </Rows>
      <p className="px-card pb-3 text-note text-ink-soft">Your agency works with one side. Names and addresses of the other are kept from it.</p>
    </Card>
  );
}

/** Who is who on the case: roles, sides, other names, addresses over time. */
export function PeopleTab({ view }: { view: PeopleView }) {
  const { header, former } = view;
  const people = view.people.filter((person) => person.kind === "known");
  const otherSide = view.people.filter((person) => person.kind === "restricted");
  return (
    <CaseFrame header={header} tab="people">
      <Columns
        sideLabel="How to reach them"
        side={view.howToReach.map((how) => (
          <BeforeYouRingCard key={how.id} how={how} />
        ))}
      >
        <Card title="On this case" flush aside={header.may.addPeople ? <AddPerson caseId={header.caseId} people={people} side={header.side} /> : null}>
          {people.length === 0 ? <EmptyState title="Nobody yet">{header.may.addPeople ? "Add the person affected first." : null}</EmptyState> : null}
          <Rows label="People on this case">
            {people.map((person) => (
              <PersonRow key={person.id} caseId={header.caseId} person={person} districts={view.districts} />
            ))}
          </Rows>
        </Card>
        <OtherSide people={otherSide} />
        {former.length > 0 ? (
          <Disclosure summary={`No longer on this case (${former.length})`}>
            <ul className="grid gap-2">
              {former.map((person) => (
                <li key={person.id}>
                  <strong>{person.name}</strong> <span className="text-ink-soft">{person.roleWords} · {person.endedWords}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Columns>
    </CaseFrame>
  );
}
