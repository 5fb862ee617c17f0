import { afterEach, beforeAll, expect, it } from "vitest";
import { getCasePeople } from "@/lib/cases/involvements/queries";
import { recordMove } from "@/lib/cases/involvements/moving/commands";
import { find } from "@/lib/cases/find/queries";
import { addEntry } from "@/lib/cases/log/commands";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { getPlace } from "@/lib/cases/places/queries";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, dan: string, amina: string, grace: string, marek: string, leila: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, dan, amina, grace, marek, leila] = await Promise.all(["Jo Ellwood", "Dan Okafor", "Amina Yusuf", "Grace Obi", "Marek Nowak", "Leila Haddad"].map(memberNamed)) as [string, string, string, string, string, string];
});
afterEach(resetClock);

const sharedWith = ["police-fenland", { agency: "county-youth-justice", side: "perpetrator" as const }, { agency: "victim-service", side: "victim" as const }, { agency: "county-adults", level: "summary" as const }];

async function opened(): Promise<MadeCase & { oldPlaceId: string; allegedInvolvementId: string }> {
  const made = await makeCase({ by: jo, area: "FEN", rag: "red", victim: "Dora Denning", alleged: "Peter Arkle", sharedWith });
  const [old] = await asOwner<{ id: string }>(`INSERT INTO "Residence" ("personId", "placeId", "caseId", side, "recordedById", "recordedAt") SELECT $1, "placeId", id, 'victim', $2, app_now() - interval '1 day' FROM "Case" WHERE id = $3 RETURNING "placeId" AS id`, [made.victimId, jo, made.caseId]);
  const [alleged] = await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]);
  return { ...made, oldPlaceId: old!.id, allegedInvolvementId: alleged!.id };
}

const placeIn = async (code: string, at = 0) => (await asOwner<{ id: string; line: string; town: string; postcode: string }>(`SELECT id, line, town, postcode FROM "Place" WHERE "areaId" = $1 AND kind = 'address' AND "agencyId" IS NULL ORDER BY uprn OFFSET ${at} LIMIT 1`, [await areaCoded(code)]))[0]!;
const move = (member: string, made: MadeCase, more: object, involvementId = made.victimInvolvementId) => recordMove.do({ member }, { caseId: made.caseId, involvementId, version: 1, movedOn: "2026-11-02", isConfidential: true, ...more });
const homesOf = async (member: string, made: MadeCase, name: string) => (await getCasePeople.ask({ member }, { caseId: made.caseId })).view.people.flatMap((one) => (one.kind === "known" && one.name === name ? one.homes : []));

it("keeps the old address with its last day and seals a confidential new one, readable on its own side of the case alone", async () => {
  await setClock("2026-11-18T09:00:00Z");
  const made = await opened();
  const there = await placeIn("PET");
  const theirs = async () => JSON.stringify([(await getCasePeople.ask({ member: amina }, { caseId: made.caseId })).view, (await getCase.ask({ member: amina }, { caseId: made.caseId })).view]).replace(/"(cursor|now|lookedAt|lookedWords)":("[^"]*"|null)/g, `"":""`);
  const before = await theirs();
  await move(jo, made, { placeId: there.id });
  for (const who of [jo, dan, grace]) {
    const [now, old] = await homesOf(who, made, "Dora Denning");
    expect(now).toMatchObject({ isConfidential: true, whenWords: "from Mon 2 Nov" });
    expect(now!.words).toContain(there.line);
    expect(now!.words).toContain(there.postcode);
    expect(old).toMatchObject({ isConfidential: false, whenWords: "to Mon 2 Nov" });
  }
  // On disk, as on the perpetrator's side, there is no address to read.
  const [row] = await asOwner<Record<string, unknown>>(`SELECT * FROM "Residence" WHERE "caseId" = $1 AND "isConfidential"`, [made.caseId]);
  expect(row).toMatchObject({ placeId: null, side: "victim", sealedAddress: expect.stringMatching(/^v1\./) });
  expect(JSON.stringify(row)).not.toContain(there.line);
  expect(await theirs()).toBe(before);
  expect((await homesOf(marek, made, "Dora Denning"))).toEqual([]);
  expect((await getPlace.ask({ member: jo }, { placeId: there.id })).view.people).toEqual([]);
  expect((await getPlace.ask({ member: jo }, { placeId: made.oldPlaceId })).view.people.find(({ personId }) => personId === made.victimId)).toMatchObject({ lives: "lived here until 2 November 2026" });
  const said = (await asOwner<{ body: string; side: string }>(`SELECT body, side FROM "Entry" WHERE "caseId" = $1 AND kind = 'address'`, [made.caseId]));
  expect(said).toEqual([{ side: "victim", body: "Victim has a new address since 2 November 2026, kept confidential. The one before stays on record with its last day." }]);
});

it("cannot be read where its row was copied from, changed, or another key sealed it", async () => {
  const made = await opened();
  await move(jo, made, { placeId: (await placeIn("PET")).id });
  const [kept] = await asOwner<{ sealedAddress: string }>(`SELECT "sealedAddress" FROM "Residence" WHERE "caseId" = $1 AND "isConfidential"`, [made.caseId]);
  await asOwner(`INSERT INTO "Residence" ("personId", "caseId", side, "recordedById", "isConfidential", "sealedAddress") VALUES ($1, $2, 'victim', $3, true, $4)`, [made.victimId, made.caseId, jo, kept!.sealedAddress]);
  await expect(homesOf(jo, made, "Dora Denning")).rejects.toThrow();
});

it("asks before the new address, its town or its district goes to the perpetrator's side", async () => {
  const made = await opened();
  const there = await placeIn("PET", 3);
  const write = (body: string) => addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body, audience: { to: "everyone", withOtherSide: true } });
  await write(`Nobody is to go to ${there.line} or ${there.town}.`);
  await move(jo, made, { placeId: there.id });
  for (const words of [there.line, there.postcode, there.town, "peterborough"]) await expect(write(`She was seen in ${words}.`), words).rejects.toMatchObject({ rule: "names-protected" });
  await write("She was seen in Wisbech.");
});

it("takes an address that is on no list, in any district, as the agency's own place or sealed", async () => {
  const made = await opened();
  const place = { line: "The Lock Cottage", town: "Elton", postcode: "PE8 6RX", areaCode: "HUN" };
  await expect(move(jo, made, { place: { ...place, areaCode: undefined } })).rejects.toThrow(InvalidInput);
  await expect(move(jo, made, { place: { ...place, areaCode: "XXX" } })).rejects.toThrow(InvalidInput);
  await expect(move(jo, made, {})).rejects.toThrow(InvalidInput);
  await move(jo, made, { place });
  expect((await homesOf(dan, made, "Dora Denning"))[0]).toMatchObject({ words: "The Lock Cottage, Elton, PE8 6RX, Huntingdonshire" });
  expect((await find.ask({ member: jo }, { term: "Lock Cottage" })).view.places).toEqual([]);
  await move(jo, made, { place, isConfidential: false }, made.allegedInvolvementId);
  expect((await homesOf(amina, made, "Peter Arkle"))[0]).toMatchObject({ words: "The Lock Cottage, Elton", isConfidential: false });
  expect((await homesOf(grace, made, "Peter Arkle"))).toEqual([]);
});

it("keeps one order of days, one present home, and one hand at a time", async () => {
  await setClock("2026-11-18T09:00:00Z");
  const made = await opened();
  const [first, second] = [await placeIn("FEN", 7), await placeIn("PET", 8)];
  await expect(move(jo, made, { placeId: first.id, movedOn: "2026-11-19" })).rejects.toMatchObject({ rule: "not-moved-yet" });
  await expect(move(jo, made, { placeId: made.oldPlaceId, isConfidential: false })).rejects.toMatchObject({ rule: "lives-there-already" });
  await move(jo, made, { placeId: first.id, isConfidential: false, movedOn: "2026-11-10" });
  await expect(move(dan, made, { placeId: second.id })).rejects.toThrow(Conflict);
  await expect(move(dan, made, { placeId: second.id, version: 2, movedOn: "2026-11-09" })).rejects.toMatchObject({ rule: "moved-later" });
  await move(dan, made, { placeId: made.oldPlaceId, version: 2, movedOn: "2026-11-12", isConfidential: false });
  expect((await homesOf(jo, made, "Dora Denning")).map(({ whenWords }) => whenWords)).toEqual(["from Thu 12 Nov", "from Tue 10 Nov to Thu 12 Nov", "to Tue 10 Nov"]);
});

it("is for those who work the case on that person's side", async () => {
  const made = await opened();
  const placeId = (await placeIn("PET")).id;
  await expect(move(amina, made, { placeId })).rejects.toThrow(NotFound);
  await expect(move(grace, made, { placeId }, made.allegedInvolvementId)).rejects.toThrow(NotFound);
  await expect(move(leila, made, { placeId })).rejects.toThrow(NotFound);
  await expect(move(marek, made, { placeId })).rejects.toThrow(Forbidden);
  await expect(move(jo, made, { placeId: made.caseId })).rejects.toThrow(NotFound);
  await move(grace, made, { placeId });
  await move(amina, made, { placeId }, made.allegedInvolvementId);
});

it("keeps the home of somebody who stands on both sides from the perpetrator's", async () => {
  const made = await opened();
  await asOwner(`INSERT INTO "Involvement" ("personId", "caseId", role, side, label, "addedById") SELECT "personId", "caseId", 'victim', 'victim', 'Victim B', "addedById" FROM "Involvement" WHERE id = $1`, [made.allegedInvolvementId]);
  await move(jo, made, { placeId: (await placeIn("PET")).id, isConfidential: false }, made.allegedInvolvementId);
  expect(await homesOf(amina, made, "Peter Arkle")).toEqual([]);
  expect(await asOwner(`SELECT DISTINCT side FROM "Residence" WHERE "caseId" = $1`, [made.caseId])).toEqual([{ side: "victim" }]);
});
