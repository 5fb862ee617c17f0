"use client";

import type { RegisterView } from "@/lib/agencies/members/schema";
import { rolesAtOnce } from "@/lib/agencies/members/rules";
import { Checkbox, CheckboxGroup } from "../../ui/form/checkbox";
import { TextInput } from "../../ui/form/text-input";

export type MemberTyped = { title: string; phone: string; team: string; roles: RegisterView["roleChoices"][number]["value"][]; trainedIn: "hate"[] };

type Props = { typed: MemberTyped; change: (next: Partial<MemberTyped>) => void; view: RegisterView; held?: MemberTyped["roles"] };

/** What a post is: title, team, phone and roles, with what waits for a second person said before it is saved. */
export function MemberFields({ typed, change, view, held = [] }: Props) {
  const waits = view.roleChoices.filter(({ value }) => typed.roles.includes(value) && !held.includes(value) && !rolesAtOnce.includes(value));
  return (
    <>
      <TextInput name="title" label="Job title" value={typed.title} onChange={(title) => change({ title })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput name="phone" label="Phone" optional inputMode="tel" value={typed.phone} onChange={(phone) => change({ phone })} />
        <TextInput name="team" label="Team" optional list="teams" value={typed.team} onChange={(team) => change({ team })} />
        <datalist id="teams">{view.teams.map((team) => <option key={team} value={team} />)}</datalist>
      </div>
      <CheckboxGroup name="roles" label="What they do" hint="Only what the work needs. Sides and health are settled by the agency, not here." value={typed.roles} onChange={(roles) => change({ roles })} choices={view.roleChoices.map(({ value, label }) => ({ value, label }))} />
      <Checkbox name="trainedIn" label="Trained in hate crime" hint="They answer whether a case is hate, where somebody was not sure." checked={typed.trainedIn.includes("hate")} onChange={(isTrained) => change({ trainedIn: isTrained ? ["hate"] : [] })} />
      <p role="status" className="text-note text-ink-soft">
        {waits.length > 0 ? <>“{waits.map(({ label }) => label).join("”, “")}” waits for {view.secondWords}. Everything else is theirs at once.</> : "Theirs at once."}
      </p>
    </>
  );
}
