"use client";

import { useState } from "react";
import { shortDay } from "@/lib/format/dates";
import type { CasePlanView } from "@/lib/shared-actions/plan/schema";
import { isHeldForNames, NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/form/checkbox";
import { DateInput } from "../ui/form/date-input";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { FactStrip } from "../ui/signal/notice";

type QuickAddProps = { plan: CasePlanView; onAdded: () => void };
type Body = { ownerAgencyId: string; ownerMemberId?: string; what: string; why: string; dueOn?: string; isUrgent: boolean; confirmsNames?: boolean };
type Typed = { who: string; what: string; why: string; dueOn: string; isUrgent: boolean };

const nothing: Typed = { who: "", what: "", why: "", dueOn: "", isUrgent: false };

function bodyOf(typed: Typed, plan: CasePlanView): Body {
  const [agencyId = "", memberId] = typed.who.split("/");
  return { ownerAgencyId: agencyId, ownerMemberId: memberId, what: typed.what, why: typed.why, dueOn: typed.dueOn || plan.defaultDueOn, isUrgent: typed.isUrgent };
}

function choicesOf(plan: CasePlanView) {
  const agencies = plan.askable.filter((one) => one.mayBeAsked);
  const own = agencies.find((one) => one.agencyId === plan.ownAgencyId);
  return [
    ...agencies.filter((one) => one !== own).map((one) => ({ value: one.agencyId, label: one.name, group: "Agencies on this case" })),
    ...(own ? [{ value: own.agencyId, label: `${own.name}, whoever picks it up`, group: own.name }] : []),
    ...(own ? plan.colleagues.map((one) => ({ value: `${own.agencyId}/${one.memberId}`, label: one.name, group: own.name })) : []),
  ];
}

/** Who, what, by when, in one line; why and how urgent where it matters. */
export function QuickAdd({ plan, onAdded }: QuickAddProps) {
  const [typed, setTyped] = useState<Typed>(nothing);
  const [isMore, setMore] = useState(false);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const sending = useSend<{ actionId: string; dueAt: string; ownerAgencyName: string }, Body>({
    path: `/api/cases/${plan.header.caseId}/actions`,
    onSaved: ({ dueAt, ownerAgencyName }) => {
      say({ title: `Asked ${ownerAgencyName}`, steps: [{ what: "It is in their list and their day now. You are told when they answer.", when: `by ${shortDay(dueAt, new Date())}` }] });
      setTyped(nothing);
      setMore(false);
      onAdded();
    },
  });
  const barred = plan.askable.filter((one) => !one.mayBeAsked);
  return (
    <Form name="ask" aria-label="Ask an agency to act" className="grid gap-3" errors={sending.errors} message={isHeldForNames(sending.problem) ? undefined : sending.message} onSubmit={() => void sending.save(bodyOf(typed, plan))}>
      <div className="grid items-end gap-3 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Select name="ownerAgencyId" label="Who" empty="Select who is asked" value={typed.who} onChange={(who) => change({ who })} options={choicesOf(plan)} />
        <TextInput name="what" label="What" placeholder="Fit a door lock" value={typed.what} onChange={(what) => change({ what })} />
      </div>
      <DateInput name="dueOn" label="By when" optional hint={`Left empty: ${plan.defaultDueWords}, by this case's colour`} quick={["today", "tomorrow", "in a week"]} value={typed.dueOn} onChange={(dueOn) => change({ dueOn })} />
      {isMore ? (
        <>
          <TextArea autoFocus name="why" label="Why" optional rows={2} limit={1000} value={typed.why} onChange={(why) => change({ why })} />
          <Checkbox name="isUrgent" label="Urgent" hint="They are also mailed at once that something urgent waits, without saying what." checked={typed.isUrgent} onChange={(isUrgent) => change({ isUrgent })} />
        </>
      ) : null}
      <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => void sending.save({ ...bodyOf(typed, plan), confirmsNames: true })} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        {isMore ? null : <Button look="quiet" onClick={() => setMore(true)}>Say why, or that it is urgent</Button>}
        <Button type="submit" look="primary" className="max-sm:w-full" busy={sending.isSending} keys="Ctrl ↵">
          Ask
        </Button>
      </div>
      {barred.map((one) => (
        <FactStrip key={one.agencyId} title={`${one.name} cannot be asked.`}>{one.whyNot}</FactStrip>
      ))}
    </Form>
  );
}
