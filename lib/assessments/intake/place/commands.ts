import { randomUUID } from "node:crypto";
import { londonDay } from "../../../format/dates";
import { searchableWords } from "../../../places/search/rules";
import type { PlaceInput } from "../../../places/schema";
import { InvalidInput, NotFound } from "../../../platform/errors";
import { visiblePlaces } from "../../../reports/visibility";
import type { Doing } from "../../../cases/log/commands";

/** Where a report is, whether on record or about to be. */
export type ReportPlace = { placeId: string | null; areaId: string; areaCode: string; wardName: string; words: string; typed: PlaceInput | null };

const placeSelect = { id: true, areaId: true, wardName: true, searchText: true, area: { select: { code: true } } } as const;

/** The place of a report: one on record that the actor may see (else NotFound), the same one typed again, or a new one in an area. */
export async function findReportPlace({ tx, actor, now }: Doing, given: { placeId?: string | undefined; place?: PlaceInput | undefined }): Promise<ReportPlace> {
  if (given.placeId) {
    const found = await tx.place.findFirst({ where: { AND: [{ id: given.placeId }, visiblePlaces(actor, now)] }, select: placeSelect });
    if (!found) throw new NotFound();
    return { placeId: found.id, areaId: found.areaId, areaCode: found.area.code, wardName: found.wardName, words: found.searchText, typed: null };
  }
  const typed = given.place!;
  const area = await areaOf({ tx, actor, now }, typed.areaCode);
  const words = placeWordsOf(typed);
  const same = await tx.place.findFirst({ where: { AND: [{ areaId: area.id, searchText: words }, visiblePlaces(actor, now)] }, select: placeSelect });
  return { placeId: same?.id ?? null, areaId: area.id, areaCode: area.code, wardName: same?.wardName ?? typed.wardName, words, typed };
}

const placeWordsOf = ({ line, town, postcode }: PlaceInput) => searchableWords(`${line} ${town} ${postcode}`);

async function areaOf({ tx, actor, now }: Doing, code: string | undefined): Promise<{ id: string; code: string }> {
  const only = actor.areaIds.length === 1 ? actor.areaIds[0] : undefined;
  const today = new Date(londonDay(now));
  const found = code || only
    ? await tx.area.findFirst({ where: { ...(code ? { code } : { id: only }), validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] }, select: { id: true, code: true } })
    : null;
  if (!found) throw new InvalidInput([{ path: "place.areaCode", message: "Select the district" }]);
  return found;
}

/** The id of a report's place, written first when nobody had it on record. It belongs to the agency that typed it. */
export async function keepReportPlace({ tx, actor }: Doing, place: ReportPlace): Promise<string> {
  if (place.placeId || !place.typed) return place.placeId!;
  const id = randomUUID();
  const { kind, line, town, postcode, wardName } = place.typed;
  await tx.place.createMany({ data: [{ id, kind, line, town, postcode, wardName, areaId: place.areaId, searchText: place.words, agencyId: actor.agencyId }] });
  return id;
}
