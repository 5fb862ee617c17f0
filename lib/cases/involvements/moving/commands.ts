import { randomUUID } from "node:crypto";
import { londonDay, longDay } from "../../../format/dates";
import { capitalised } from "../../../format/text";
import { sealAddress } from "../../../people/queries";
import type { PlaceInput } from "../../../places/schema";
import { searchableWords } from "../../../places/search/rules";
import { command } from "../../../platform/command";
import { InvalidInput, NotFound, Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { writeEntry, type Doing } from "../../log/commands";
import { involvementRoleWords } from "../../page/rules";
import type { Side } from "../../schema";
import { ofSide, visibleReports, type CaseStanding } from "../../visibility";
import { onCase } from "../commands";
import { moveRefusals, moveWords } from "./labels";
import { mayRecordMove } from "./policy";
import { movedSchema, recordMoveInput, type RecordMoveInput } from "./schema";

/**
 * Records that somebody on a case lives somewhere else: the address before stays with its last day, and one that is kept
 * confidential is sealed in its own row. Refused for a day to come, the same address, and one older than what is on record.
 */
export const recordMove = command({
  name: "involvement.recordMove",
  summary: "Records that somebody on a case has moved; the address before stays with its last day.",
  input: recordMoveInput,
  output: movedSchema,
  load: onCase,
  allow: mayRecordMove,
  words: moveRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const doing = { tx, actor, now };
    const { standing, personId } = subject;
    if (subject.endsAt) throw new Refused("ended-already");
    if (input.movedOn > londonDay(now)) throw new Refused("not-moved-yet");
    await updateAtVersion(tx.involvement, subject.id, input.version, {});
    const home: Home = { personId, side: await sideOfHome(doing, standing, personId), since: input.movedOn };
    const place = await placeOf(doing, input);
    await endHomesBefore(doing, standing, home, input.isConfidential ? null : place.id);
    const id = randomUUID();
    const where = input.isConfidential ? { isConfidential: true, sealedAddress: sealAddress(id, place.address) } : { placeId: place.id ?? await keepPlace(doing, place) };
    await tx.residence.createMany({ data: [{ id, personId, side: home.side, caseId: standing.caseId, startsOn: new Date(home.since), recordedById: actor.memberId, ...where }] });
    await writeEntry(doing, { caseId: standing.caseId, kind: "address", body: capitalised(moveWords(involvementRoleWords(subject.role), longDay(home.since), input.isConfidential)), data: { involvementId: subject.id }, side: home.side });
    const isPointedTo = home.side === "perpetrator" && !input.isConfidential && !standing.areaIds.includes(place.areaId);
    return { result: { involvementId: subject.id, pointedToIn: isPointedTo ? place.address.district : "" }, audit: { caseId: standing.caseId, personId } };
  },
});

type Home = { personId: string; side: Side; since: string };
type NewPlace = { id: string | null; areaId: string; address: { line: string; town: string; postcode: string; district: string }; typed: PlaceInput | null };

// Who stands on the victim's side, and be it in one role of two, has a home that is kept from the other.
async function sideOfHome({ tx }: Doing, standing: CaseStanding, personId: string): Promise<Side> {
  const roles = await tx.involvement.findMany({ where: { caseId: standing.caseId, personId, endsAt: null, ...ofSide(standing) }, select: { side: true } });
  return roles.some(({ side }) => side === "victim") ? "victim" : "perpetrator";
}

const placeColumns = { id: true, line: true, town: true, postcode: true, areaId: true, area: { select: { name: true } } } as const;

/** The place somebody moved to: one of the gazetteer or of the member's own agency (else NotFound), or the words that were typed. */
async function placeOf({ tx, actor, now }: Doing, { placeId, place: typed }: RecordMoveInput): Promise<NewPlace> {
  const own = { OR: [{ agencyId: null }, { agencyId: actor.agencyId }] };
  if (!typed) {
    const found = await tx.place.findFirst({ where: { AND: [{ id: placeId! }, own] }, select: placeColumns });
    if (!found) throw new NotFound();
    return { id: found.id, areaId: found.areaId, address: { line: found.line, town: found.town, postcode: found.postcode, district: found.area.name }, typed: null };
  }
  const today = new Date(londonDay(now));
  const area = await tx.area.findFirst({ where: { code: typed.areaCode!, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] }, select: { id: true, name: true } });
  if (!area) throw new InvalidInput([{ path: "place.areaCode", message: "Select the district" }]);
  const same = await tx.place.findFirst({ where: { AND: [{ areaId: area.id, searchText: wordsOf(typed) }, own] }, select: { id: true } });
  return { id: same?.id ?? null, areaId: area.id, address: { line: typed.line, town: typed.town, postcode: typed.postcode, district: area.name }, typed };
}

const wordsOf = ({ line, town, postcode }: PlaceInput) => searchableWords(`${line} ${town} ${postcode}`);

async function keepPlace({ tx, actor }: Doing, { areaId, typed }: NewPlace): Promise<string> {
  const id = randomUUID();
  const { kind, line, town, postcode, wardName } = typed!;
  await tx.place.createMany({ data: [{ id, kind, line, town, postcode, wardName, areaId, searchText: wordsOf(typed!), agencyId: actor.agencyId }] });
  return id;
}

/** Gives every home that somebody has here its last day; one that only a report tells of is kept on the case with it. */
async function endHomesBefore({ tx, actor, now }: Doing, { caseId }: CaseStanding, { personId, side, since }: Home, placeId: string | null): Promise<void> {
  const endsOn = new Date(since);
  const reports = await tx.report.findMany({ where: { AND: [{ caseId }, visibleReports(actor, now)] }, select: { id: true } });
  const homes = await tx.residence.findMany({
    where: { personId, side, OR: [{ caseId }, { reportId: { in: reports.map(({ id }) => id) } }] }, select: { id: true, placeId: true, caseId: true, startsOn: true, endsOn: true },
  });
  const live = homes.filter((home) => home.endsOn === null);
  const onCase = homes.filter((home) => home.caseId !== null);
  if (live.some((home) => home.caseId !== null && home.startsOn !== null && home.startsOn > endsOn)) throw new Refused("moved-later");
  if (placeId && live.some((home) => home.placeId === placeId && (home.caseId !== null || !onCase.some((kept) => kept.placeId === placeId)))) throw new Refused("lives-there-already");
  await tx.residence.updateMany({ where: { personId, side, caseId, endsOn: null }, data: { endsOn } });
  const told = [...new Set(live.filter((home) => home.caseId === null && !onCase.some((kept) => kept.placeId === home.placeId)).flatMap((home) => home.placeId ?? []))];
  if (told.length > 0) await tx.residence.createMany({ data: told.map((place) => ({ personId, side, caseId, placeId: place, endsOn, recordedById: actor.memberId })) });
}
