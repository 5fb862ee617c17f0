"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState } from "react";
import type { LeaverView, MemberEnded } from "@/lib/agencies/members/schema";
import { counted } from "@/lib/format/due";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { DateTimeInput } from "../../ui/form/date-time-input";
import { Form } from "../../ui/form/form";
import { RadioPills } from "../../ui/form/radio-pills";
import { TextInput } from "../../ui/form/text-input";
import { Card } from "../../ui/layout/card";
import { adminPaths } from "../admin-paths";

const reasons = ["They leave the agency", "They move to other work here", "They no longer need access"];

function sayEnded({ name, sessions, endsWords }: MemberEnded) {
  if (endsWords) return say({ title: `${name}'s access ends ${endsWords}.`, steps: [{ what: "They work until then. What they take on meanwhile is handed on by you.", when: endsWords }] });
  say({ title: `${name}'s access has ended.`, steps: [{ what: sessions > 0 ? `${counted(sessions, "session")} ended with it, and what they had open shows no more.` : "They were not signed in." }, { what: "Mail about notices stops. What they wrote stays, under their name." }] });
}

/** Ends a member's access, now or from a moment. */
export function EndAccess({ view }: { view: LeaverView }) {
  const router = useRouter();
  const { member, agency, work } = view;
  const [typed, setTyped] = useState({ reason: reasons[0]!, when: "now", endsAt: "" });
  const sending = useSend<MemberEnded, object>({
    path: `/api/members/${member.memberId}/end`,
    onSaved: (ended) => {
      sayEnded(ended);
      router.push(adminPaths.membersOf(agency.agencyId) as Route);
    },
  });
  const isLater = typed.when === "later";
  return (
    <Card title="2. End their access">
      {work.length > 0 ? <p className="pb-3 text-ink-soft">Once their open work is handed on. Until then this is refused.</p> : null}
      {member.endsWords ? <p className="pb-3"><strong>Ends {member.endsWords}</strong> as it stands.</p> : null}
      <Form name="end-access" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ version: member.version, reason: typed.reason, endsAt: isLater ? typed.endsAt : null })}>
        <TextInput name="reason" label="Why" size="medium" list="reasons" value={typed.reason} onChange={(reason) => setTyped({ ...typed, reason })} />
        <datalist id="reasons">{reasons.map((reason) => <option key={reason} value={reason} />)}</datalist>
        <RadioPills name="when" label="When" value={typed.when} onChange={(when) => setTyped({ ...typed, when })} choices={[{ value: "now", label: "Now" }, { value: "later", label: "From a moment" }]} />
        {isLater ? <DateTimeInput name="endsAt" label="Access ends" quick={false} value={typed.endsAt} onChange={(endsAt) => setTyped({ ...typed, endsAt })} /> : null}
        <Button type="submit" look="primary" busy={sending.isSending} className="w-fit">End access</Button>
      </Form>
    </Card>
  );
}
