import type { PlaceKind } from "./schema";

export const placeKindLabels: Record<PlaceKind, string> = {
  address: "House or flat",
  shared_building: "Shared building or hostel",
  street: "Street or alley",
  open_space: "Park, green or play area",
  business: "Shop, pub or business",
  school: "School or college",
  car_park: "Car park or garages",
  transport: "Station or bus stop",
  caravan_or_boat: "Caravan site or mooring",
  other: "Somewhere else",
};

/** A place in one line: "12 Peas Hill Road, March PE15 8AA". */
export function placeWords(place: { line: string; town: string; postcode: string }): string {
  const town = [place.town, place.postcode].filter(Boolean).join(" ");
  return [place.line, town].filter(Boolean).join(", ");
}
