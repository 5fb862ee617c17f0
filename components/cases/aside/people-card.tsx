import type { AsideView } from "@/lib/cases/page/aside/schema";
import { Card, Row, Rows } from "../../ui/layout/card";
import { RagTag } from "../../ui/signal/rag-tag";
import { Tag } from "../../ui/signal/tag";

/** Who is on the case, in which role, at which colour; the other side as a label and nothing more. */
export function PeopleCard({ aside }: { aside: Pick<AsideView, "people" | "otherSide"> }) {
  if (aside.people.length + aside.otherSide.length === 0) return null;
  return (
    <Card title="People" flush>
      <Rows label="People on this case">
        {aside.people.map((person) => (
          <Row key={person.involvementId} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <strong>{person.name}</strong>
              {person.ageWords && !person.isUnder18 ? `, ${person.ageWords}` : ""} <span className="text-ink-soft">{person.roleWords}</span>
            </span>
            <span className="flex gap-1.5">
              {person.isUnder18 ? <Tag tone="warning">under 18</Tag> : null}
              {person.rag ? <RagTag rag={person.rag} score={person.score} /> : null}
            </span>
          </Row>
        ))}
        {aside.otherSide.map((person) => (
          <Row key={person.id} className="py-2">
            <strong>{person.label}</strong> <span className="text-ink-soft">{person.roleWords}, on the other side</span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
