import type { Tx } from "../../platform/db";
import { anyMember } from "../../platform/decision";
import { query } from "../../platform/query";
import { searchableWords } from "./rules";
import { foundPlacesSchema, searchPlacesInput, type FoundPlace } from "./schema";

const placeSelect = { id: true, line: true, town: true, postcode: true, wardName: true, areaId: true, area: { select: { name: true } } } as const;

/** Places that some words may mean, best first: the gazetteer's and those the member's agency typed. None for fewer than two letters or digits. */
export async function placesNamed(tx: Tx, typed: string, areaId: string | undefined, most: number): Promise<FoundPlace[]> {
  const words = searchableWords(typed);
  if (words.length < 2) return [];
  const ranked = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM find_places(${words}, ${areaId ?? null}::uuid, ${most}::int) ORDER BY place_order`;
  if (ranked.length === 0) return [];
  const order = new Map(ranked.map(({ id }, position) => [id, position]));
  const places = await tx.place.findMany({ where: { id: { in: [...order.keys()] } }, select: placeSelect });
  return places
    .sort((a, b) => order.get(a.id)! - order.get(b.id)!)
    .map(({ wardName, area, ...place }) => ({ ...place, ward: wardName, areaName: area.name }));
}

/** Up to ten places that begin as typed, for an address box. Not audited: it reads the gazetteer, which is public, and the agency's own typed places. */
export const searchPlaces = query({
  name: "place.search",
  summary: "Places that begin as typed, best first.",
  input: searchPlacesInput,
  output: foundPlacesSchema,
  allow: anyMember,
  run: async ({ tx, input }) => ({ places: await placesNamed(tx, input.words, input.areaId, 10) }),
  audit: "none",
});
