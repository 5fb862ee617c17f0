"use client";

import { placeKindLabels, placeWords } from "@/lib/places/labels";
import { placeKinds, type PlaceKind } from "@/lib/places/schema";
import type { FoundPlace } from "@/lib/places/search/schema";
import { ask } from "@/components/shell/send";
import { Button } from "@/components/ui/button";
import { ComboBox, type FoundChoice } from "@/components/ui/form/combo-box";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { reportPaths } from "../../paths";
import type { SectionProps } from "./section-props";

type Found = FoundChoice & { ward: string };

async function findPlaces(words: string, signal: AbortSignal): Promise<Found[]> {
  const { places } = await ask<{ places: FoundPlace[] }>(reportPaths.places, { words }, { signal });
  return places.map((place) => ({ id: place.id, label: placeWords(place), note: [place.ward, place.areaName].filter(Boolean).join(", "), ward: place.ward }));
}

/** Where it happened: found by typing, or typed when it is on no list. */
export function WhereSection(props: SectionProps) {
  const { draft, put } = props;
  const typeIt = () => put({ isTyped: true, place: null, typed: { ...draft.typed, line: draft.typed.line || draft.placeText } });
  return (
    <>
      {draft.isTyped ? (
        <TypedPlace {...props} />
      ) : (
        <div className="grid gap-1.5">
          <ComboBox<Found>
            name="place"
            label="Address, park or landmark"
            placeholder="12 Eel Drove, or a postcode"
            find={findPlaces}
            value={draft.place ? { ...draft.place, note: draft.place.ward } : null}
            onChange={(found) => put({ place: found && { id: found.id, label: found.label, ward: found.ward } })}
            onText={(placeText) => put({ placeText })}
            defaultText={draft.placeText}
            nothingFound="Not on the list. Leave it as you typed it, or add the town and district below."
          />
          {draft.place ? null : (
            <div>
              <Button look="quiet" size="small" onClick={typeIt}>
                It is not on the list
              </Button>
            </div>
          )}
        </div>
      )}
      <RadioPills
        name="isHome"
        label="Is it the home of somebody affected?"
        choices={[{ value: "yes" as const, label: "Yes" }, { value: "no" as const, label: "No" }]}
        value={draft.isHome || null}
        onChange={(isHome) => put({ isHome })}
      />
    </>
  );
}

function TypedPlace({ draft, view, put }: SectionProps) {
  const change = (part: Partial<typeof draft.typed>) => put({ typed: { ...draft.typed, ...part } });
  return (
    <div className="grid gap-3 rounded-control border border-line p-3">
      <Select name="place.kind" label="What sort of place" options={placeKinds.map((kind) => ({ value: kind, label: placeKindLabels[kind as PlaceKind] }))} value={draft.typed.kind} onChange={(kind) => change({ kind })} />
      <TextInput name="place.line" label="Number and street, or the name of the place" value={draft.typed.line} onChange={(line) => change({ line })} />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextInput name="place.town" label="Town or village" optional value={draft.typed.town} onChange={(town) => change({ town })} />
        <TextInput name="place.postcode" label="Postcode" optional value={draft.typed.postcode} onChange={(postcode) => change({ postcode })} />
        {view.areas.length > 1 ? (
          <Select name="place.areaCode" label="District" empty="Choose" options={view.areas.map(({ code, name }) => ({ value: code, label: name }))} value={draft.typed.areaCode} onChange={(areaCode) => change({ areaCode })} />
        ) : null}
      </div>
      <div>
        <Button look="quiet" size="small" onClick={() => put({ isTyped: false })}>
          Search the list instead
        </Button>
      </div>
    </div>
  );
}
