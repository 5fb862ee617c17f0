"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InvolvedView, PeopleView } from "@/lib/cases/involvements/schema";
import { placeWords } from "@/lib/places/labels";
import type { FoundPlace } from "@/lib/places/search/schema";
import { say } from "../../shell/said";
import { ask } from "../../shell/send";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ComboBox, type FoundChoice } from "../../ui/form/combo-box";
import { DateInput } from "../../ui/form/date-input";
import { Form } from "../../ui/form/form";
import { RadioPills } from "../../ui/form/radio-pills";
import { Select } from "../../ui/form/select";
import { TextInput } from "../../ui/form/text-input";

type MoveDialogProps = { caseId: string; person: InvolvedView; districts: PeopleView["districts"]; onClose: () => void };
type Typed = { line: string; town: string; postcode: string; areaCode: string };

async function findPlaces(words: string, signal: AbortSignal): Promise<FoundChoice[]> {
  const { places } = await ask<{ places: FoundPlace[] }>("/api/places/search", { words }, { signal });
  return places.map((place) => ({ id: place.id, label: placeWords(place), note: place.areaName }));
}

function said({ person, isConfidential, pointedToIn }: { person: InvolvedView; isConfidential: boolean; pointedToIn: string }) {
  return {
    title: `${person.name}’s move is recorded. The address before stays with its last day.`,
    steps: [
      ...(isConfidential ? [{ what: "The new address stands here alone, for agencies that work their side of the case" }] : []),
      ...(person.side === "victim" ? [{ what: "Whoever writes for the other side is asked before the new address goes there" }] : []),
      ...(pointedToIn ? [{ what: `An agency of ${pointedToIn} that meets them is told of orders in force and staff safety, and whom to ring` }] : []),
    ],
  };
}

/** Records where somebody has moved to. Nothing of it reaches the other side of the case. */
export function MoveDialog({ caseId, person, districts, onClose }: MoveDialogProps) {
  const router = useRouter();
  const [place, setPlace] = useState<FoundChoice | null>(null);
  const [text, setText] = useState("");
  const [isTyped, setIsTyped] = useState(false);
  const [typed, setTyped] = useState<Typed>({ line: "", town: "", postcode: "", areaCode: "" });
  const [since, setSince] = useState("");
  const [confidential, setConfidential] = useState<"yes" | "no" | null>(null);
  const sending = useSend<{ pointedToIn: string }, object>({
    path: `/api/cases/${caseId}/people/${person.id}/move`,
    onSaved: ({ pointedToIn }) => {
      say(said({ person, isConfidential: confidential === "yes", pointedToIn }));
      onClose();
      router.refresh();
    },
  });
  function typeIt(now: boolean) {
    setIsTyped(now);
    if (now && !typed.line && !place) setTyped({ ...typed, line: text });
  }
  const where = isTyped ? { place: { ...typed, areaCode: typed.areaCode || undefined } } : { placeId: place?.id };
  return (
    <Dialog isOpen onClose={onClose} title={`${person.name} has moved`}>
      <Form
        name="move" className="grid gap-4" errors={sending.errors} message={sending.message}
        onSubmit={() => void sending.save({ version: person.version, ...where, movedOn: since, isConfidential: confidential === null ? undefined : confidential === "yes" })}
      >
        <RadioPills name="where" label="New address" layout="switch" value={isTyped ? "typed" : "found"} onChange={(way) => typeIt(way === "typed")} choices={[{ value: "found", label: "Find it" }, { value: "typed", label: "Type it" }]} />
        {isTyped ? (
          <TypedHome value={typed} onChange={setTyped} districts={districts} />
        ) : (
          <ComboBox name="placeId" label="Address on the list" placeholder="12 Eel Drove, or a postcode" find={findPlaces} value={place} onChange={setPlace} onText={setText} defaultText={text} nothingFound="Not on the list: choose “Type it” above." />
        )}
        <DateInput name="movedOn" label="Lives there since" quick={["today", "yesterday"]} value={since} onChange={setSince} />
        <RadioPills
          name="isConfidential" label="Is the address kept confidential?" layout="rows" value={confidential} onChange={setConfidential}
          choices={[
            { value: "yes", label: "Yes", hint: "It stands here alone: on no page of a place, in no search" },
            { value: "no", label: "No", hint: person.side === "perpetrator" ? "Agencies of another district that meet them are told of orders and staff safety" : "As every address: kept from the other side all the same" },
          ]}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>Record the move</Button>
        </div>
      </Form>
    </Dialog>
  );
}

function TypedHome({ value, onChange, districts }: { value: Typed; onChange: (value: Typed) => void; districts: PeopleView["districts"] }) {
  const put = (part: Partial<Typed>) => onChange({ ...value, ...part });
  return (
    <div className="grid gap-3">
      <TextInput name="place.line" label="Number and street" value={value.line} onChange={(line) => put({ line })} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput name="place.town" label="Town or village" optional value={value.town} onChange={(town) => put({ town })} />
        <TextInput name="place.postcode" label="Postcode" optional value={value.postcode} onChange={(postcode) => put({ postcode })} />
      </div>
      <Select name="place.areaCode" label="District" empty="Select" options={districts.map(({ code, name }) => ({ value: code, label: name }))} value={value.areaCode} onChange={(areaCode) => put({ areaCode })} />
    </div>
  );
}
