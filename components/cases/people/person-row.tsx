"use client";

import { useState } from "react";
import type { InvolvedView, PeopleView } from "@/lib/cases/involvements/schema";
import { Button } from "../../ui/button";
import { Row } from "../../ui/layout/card";
import { Tag } from "../../ui/signal/tag";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { EndDialog } from "./end-dialog";
import { MoveDialog } from "./move-dialog";
import { ResponsibleDialog } from "./responsible-dialog";

type PersonRowProps = { caseId: string; person: InvolvedView; districts: PeopleView["districts"] };

function Known({ person }: { person: InvolvedView }) {
  const also = person.otherRoles.length > 0 ? [`Also ${person.otherRoles.join(", ")} here`] : [];
  return (
    <div className="mt-0.5 grid gap-0.5">
      {person.aliases.length > 0 ? <p>Also known as {person.aliases.join(", ")}</p> : null}
      {person.homes.map((home) => (
        <p key={home.id}>
          {home.words} <span className="text-ink-soft">{home.whenWords}</span> {home.isConfidential ? <Tag tone="sealed">confidential address</Tag> : null}
        </p>
      ))}
      {person.note ? <p>{person.note}</p> : null}
      <p className="text-note text-ink-soft">{[person.addedWords, ...also, person.label ? `“${person.label}” to the other side` : ""].filter(Boolean).join(" · ")}</p>
    </div>
  );
}

/** Somebody on the case, and what may be done about their being on it. */
export function PersonRow({ caseId, person, districts }: PersonRowProps) {
  const [asking, setAsking] = useState<"end" | "role" | "move" | null>(null);
  const close = () => setAsking(null);
  return (
    <Row>
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <h3>{person.name}</h3>
        <Tag>{person.roleWords}</Tag>
        <Tag>{person.sideWords}</Tag>
        {person.isUnder18 ? <Tag tone="warning">under 18</Tag> : null}
        {person.ageWords && !person.isUnder18 ? <span className="text-note text-ink-soft">{person.ageWords}</span> : null}
      </div>
      <Known person={person} />
      {person.may.end ? (
        <div className="mt-1.5 flex flex-wrap gap-2 print:hidden">
          {person.may.changeRole ? <Button size="small" onClick={() => setAsking("role")}>Admitted or found<VisuallyHidden>: {person.name}</VisuallyHidden></Button> : null}
          {person.may.recordMove ? <Button size="small" onClick={() => setAsking("move")}>Record a move<VisuallyHidden>: {person.name}</VisuallyHidden></Button> : null}
          <Button size="small" onClick={() => setAsking("end")}>Take off the case<VisuallyHidden>: {person.name}</VisuallyHidden></Button>
        </div>
      ) : null}
      {asking === "move" ? <MoveDialog {...{ caseId, person, districts }} onClose={close} /> : null}
      {asking === "end" ? <EndDialog {...{ caseId, person }} onClose={close} /> : null}
      {asking === "role" ? <ResponsibleDialog {...{ caseId, person }} onClose={close} /> : null}
    </Row>
  );
}
