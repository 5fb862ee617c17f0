"use client";

import { useState } from "react";
import type { PermissionsView } from "@/lib/agencies/permissions/schema";
import { counted } from "@/lib/format/due";
import { TextInput } from "../../ui/form/text-input";
import { Card } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { Table } from "../../ui/layout/table";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";

type Door = PermissionsView["doors"][number];

/** The sentences that hold every word looked for; all of a door's where its own words do. */
function matching(doors: Door[], typed: string): Door[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return doors.flatMap((door) => {
    const own = `${door.name} ${door.summary}`;
    if (holds(own)) return [door];
    const sentences = door.sentences.filter(({ who, on, may, because }) => holds(`${own} ${who} ${on} ${may ? "may" : "may not"} ${because}`));
    return sentences.length > 0 ? [{ ...door, sentences }] : [];
  });
}

/** Who may do what: the table that the tests run, to be searched and read. */
export function Permissions({ view }: { view: PermissionsView }) {
  const [typed, setTyped] = useState("");
  const everyone: Door[] = view.everyone.map((door) => ({ ...door, sentences: [{ who: "Every signed-in member", on: "", may: true, because: "Their own things, and what is no secret" }] }));
  const found = matching([...view.doors, ...everyone], typed);
  const count = found.reduce((sum, door) => sum + door.sentences.length, 0);
  return (
    <AdminFrame menu={view.menu} title="Who may do what" current={adminPaths.permissions}>
      <p className="max-w-prose text-ink-soft">Each line is run as a test against the rule it is about. All of them are about something the member can see: what they cannot reach is not found, whoever they are.</p>
      <div className="max-w-130"><TextInput data-search="" name="words" type="search" label="Find" hint="Such as: close manager, or: administrator may not" value={typed} onChange={setTyped} /></div>
      <p role="status" className="text-note text-ink-soft">{counted(count, "sentence")} about {counted(found.length, "thing")} that can be done</p>
      {found.length === 0 ? <EmptyState title="Nothing says that">Try fewer or other words.</EmptyState> : found.map((door) => <DoorCard key={door.name} door={door} />)}
    </AdminFrame>
  );
}

const columns = [{ label: "Who" }, { label: "On what" }, { label: "Answer" }];

function DoorCard({ door }: { door: Door }) {
  return (
    <Card title={door.summary} aside={door.name} flush className="min-w-0">
      <Table caption={door.summary} hideCaption columns={columns}>
        {door.sentences.map(({ who, on, may, because }) => (
          <tr key={`${who} ${on} ${because}`} data-row="" tabIndex={-1}>
            <th scope="row" className="font-normal">{who}</th>
            <td>{on || "anything"}</td>
            <td>{may ? <strong>may</strong> : <><strong>may not</strong>{because ? `: ${because}` : ""}</>}</td>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
