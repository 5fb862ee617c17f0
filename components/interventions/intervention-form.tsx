"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InterventionsView } from "../../lib/interventions/schema";
import { isHeldForNames, NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { DateInput } from "../ui/form/date-input";
import { Form } from "../ui/form/form";
import { RadioPills } from "../ui/form/radio-pills";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { Card } from "../ui/layout/card";
import { FactStrip } from "../ui/signal/notice";

type FamilySide = "victim" | "perpetrator";
const empty = { typeCode: "", personId: "", family: "", familySide: null as FamilySide | null, startsOn: "", endsOn: "", terms: "", victimElsewhere: null as "no" | "yes" | null, consideredHow: "" };

/** Puts an order, agreement or notice on record; types of an old law stand apart, for what began then. */
export function InterventionForm({ view }: { view: InterventionsView }) {
  const router = useRouter();
  const [typed, setTyped] = useState(empty);
  const set = (change: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...change }));
  const type = view.types.find((one) => one.code === typed.typeCode);
  const sending = useSend<{ interventionId: string; isHistoric: boolean }, object>({
    path: `/api/cases/${view.header.caseId}/interventions`,
    onSaved: (done) => {
      say({ title: `${type?.label ?? "Intervention"} recorded`, steps: [{ what: "Everyone on the case sees it in the header while it is in force" }, ...(done.isHistoric ? [{ what: "It is of a law that has ended: kept as a record" }] : [])] });
      setTyped(empty);
      router.refresh();
    },
  });
  const familySide = view.header.side === "both" ? typed.familySide : view.header.side;
  const asksElsewhere = type?.subject === "person" && type.isEnforcement;
  const young = view.people.find(({ personId, isUnder18 }) => personId === typed.personId && isUnder18);
  function save(confirmsNames = false) {
    const subject = type?.subject === "place" ? { placeId: view.place?.placeId } : type?.subject === "family" ? { family: typed.family, familySide: familySide ?? undefined } : { personId: typed.personId || undefined };
    void sending.save({ typeCode: typed.typeCode, startsOn: typed.startsOn, endsOn: typed.endsOn, terms: typed.terms, ...subject, ...(asksElsewhere ? { victimElsewhere: typed.victimElsewhere ?? undefined, consideredHow: typed.victimElsewhere === "yes" ? typed.consideredHow : "" } : {}), confirmsNames });
  }
  return (
    <Card id="new-intervention" title="Record an intervention">
      <Form name="intervention" className="grid gap-stack" onSubmit={() => save()} errors={sending.errors} message={isHeldForNames(sending.problem) ? undefined : sending.message}>
        <Select
          name="typeCode" label="What" empty="Select" value={typed.typeCode} onChange={(typeCode) => set({ typeCode })}
          options={[...view.types].sort((a, b) => Number(b.isNow) - Number(a.isNow)).map((one) => ({ value: one.code, label: one.label, group: one.isNow ? "Available now" : "Of another time: only with a date inside it" }))}
        />
        {type?.subject === "place" ? <p>On {view.place?.words ?? "the case's place: this case has none"}</p> : null}
        {type?.subject === "family" ? <TextInput name="family" label="Which family" hint="As the case knows them; a family is counted once" value={typed.family} onChange={(family) => set({ family })} /> : null}
        {type?.subject === "family" && view.header.side === "both" ? <RadioPills name="familySide" label="Whose family" value={typed.familySide} onChange={(familySide) => set({ familySide })} choices={[{ value: "perpetrator", label: "The person alleged's" }, { value: "victim", label: "The victim's" }]} /> : null}
        {!type || type.subject === "person" ? (
          <Select name="personId" label="On whom" empty="Select" value={typed.personId} onChange={(personId) => set({ personId })} options={view.people.map((one) => ({ value: one.personId, label: one.name }))} hint={view.people.length === 0 ? "Nobody is said to be responsible yet: add them under People" : undefined} />
        ) : null}
        {young && type?.isEnforcement ? <FactStrip title={`${young.name} is under 18.`}>Speak with children&rsquo;s services and youth justice before this step; share the case with them if they do not work on it yet.</FactStrip> : null}
        {asksElsewhere ? <Considered value={typed} onChange={set} /> : null}
        <DateInput name="startsOn" label="Starts" quick={["today"]} value={typed.startsOn} onChange={(startsOn) => set({ startsOn })} />
        <DateInput name="endsOn" label="Last day" optional quick={[]} value={typed.endsOn} onChange={(endsOn) => set({ endsOn })} />
        <TextArea name="terms" label="Terms" hint="Say nothing here that names or places a victim" optional limit={4000} value={typed.terms} onChange={(terms) => set({ terms })} />
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => save(true)} />
        <div>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
            Record it
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type Asked = Pick<typeof empty, "victimElsewhere" | "consideredHow">;

/** Asked of every step of enforcement alike, so that the question itself tells nothing. */
function Considered({ value, onChange }: { value: Asked; onChange: (change: Partial<Asked>) => void }) {
  return (
    <>
      <RadioPills
        name="victimElsewhere" label="Might they be a victim elsewhere?" layout="rows" value={value.victimElsewhere} onChange={(victimElsewhere) => onChange({ victimElsewhere })}
        choices={[{ value: "no", label: "Asked, and nothing is known" }, { value: "yes", label: "Yes, and it has been considered" }]}
      />
      {value.victimElsewhere === "yes" ? <TextArea name="consideredHow" label="How it was considered" hint="Your agency alone reads this" limit={1000} value={value.consideredHow} onChange={(consideredHow) => onChange({ consideredHow })} /> : null}
    </>
  );
}
