import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { find, findLines, getFindStart } from "@/lib/cases/find/queries";
import { getPlace } from "@/lib/cases/places/queries";
import { searchPlaces } from "@/lib/places/search/queries";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { recordStatements } from "@/lib/platform/db";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

let priya: string, dan: string, jo: string, marek: string, amina: string, leila: string, callum: string;

beforeAll(async () => {
  await loadTestCounty();
  [priya, dan, jo, marek, amina, leila, callum] = await Promise.all(
    ["Priya Shah", "Dan Okafor", "Jo Ellwood", "Marek Nowak", "Amina Yusuf", "Leila Haddad", "Callum Reid"].map(memberNamed)) as [string, string, string, string, string, string, string];
});
afterEach(resetClock);

const look = (member: string, term: string) => find.ask({ member }, { term }).then(({ view }) => view);
const place = (member: string, placeId: string) => getPlace.ask({ member }, { placeId }).then(({ view }) => view);
const names = (view: { people: { name: string }[] }) => view.people.map(({ name }) => name);

/** Moves a case to a place of its own, so that tests do not meet there. */
async function moveTo(caseId: string, line: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>(`SELECT p.id FROM "Place" p WHERE line = $1`, [line]);
  await asOwner(`UPDATE "Case" SET "placeId" = $2 WHERE id = $1`, [caseId, row!.id]);
  return row!.id;
}

describe("finding by reference", () => {
  it("opens what is within reach, however it is typed, and shows the rest as a pointer", async () => {
    const { caseId, reference } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    expect((await look(priya, ` ${reference.toLowerCase().replaceAll("-", " ")} `)).cases).toMatchObject([{ caseId, rag: "amber" }]);
    const stranger = await look(dan, reference);
    expect(stranger).toMatchObject({ cases: [], people: [], places: [], pointers: [{ reference, leadName: "Fen Homes" }] });
    expect(Object.keys(stranger.pointers[0]!).sort()).toEqual(["leadName", "mayAsk", "reference", "ring"]);
  });

  it("finds nothing of a restricted case but for those on it", async () => {
    const { caseId, reference } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    await asOwner(`UPDATE "Case" SET "isRestricted" = true WHERE id = $1`, [caseId]);
    const placeId = await moveTo(caseId, "9 Grebe Close");
    expect(await look(dan, reference)).toMatchObject({ cases: [], pointers: [] });
    expect(await place(dan, placeId)).toMatchObject({ cases: [], pointers: [], total: 0 });
    expect((await look(priya, reference)).cases).toMatchObject([{ caseId }]);
  });

  it("finds nothing for an agency whose agreement does not cover the district", async () => {
    const { reference } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    expect(await look(leila, reference)).toMatchObject({ cases: [], pointers: [] });
  });
});

describe("finding people", () => {
  it("goes by the beginning of every word, for those who see the case", async () => {
    await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Wilhelmina O'Dowd-Peck", alleged: "Rufus Pike", sharedWith: [{ agency: "county-adults", level: "summary" }] });
    for (const term of ["wilhel", "o'dowd", "PECK wil", "dowd peck"]) expect(names(await look(priya, term))).toEqual(["Wilhelmina O'Dowd-Peck"]);
    expect((await look(marek, "wilhelmina")).people[0]?.roles).toMatch(/^victim in FEN-/);
    expect(names(await look(priya, "helmina"))).toEqual([]);
    expect(names(await look(priya, "wilhelmina zzz"))).toEqual([]);
    for (const stranger of [dan, leila, callum]) expect(names(await look(stranger, "wilhelmina"))).toEqual([]);
  });

  it("never finds the victim for the perpetrator's side, by name or by another name", async () => {
    const made = await makeCase({ by: priya, area: "FEN", rag: "red", victim: "Abdulla Sayyid", alleged: "Lance Hurdle", sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }] });
    await asOwner(`INSERT INTO "Alias" ("personId", name, "caseId", side, "recordedById") VALUES ($1, 'Dully Quibble', $2, 'victim', $3)`, [made.victimId, made.caseId, priya]);
    expect(names(await look(priya, "quibble"))).toEqual(["Abdulla Sayyid"]);
    for (const term of ["abdulla", "sayyid", "quibble"]) expect(names(await look(amina, term))).toEqual([]);
    expect(names(await look(amina, "hurdle"))).toEqual(["Lance Hurdle"]);
    const [row] = await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "memberId" = $1 AND verb = 'find.all' AND payload LIKE '%' || $2 || '%'`, [amina, made.victimId]);
    expect(row?.n).toBe(0);
  });

  it("stops finding when sharing ends", async () => {
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Ottoline Frobisher", sharedWith: ["police-fenland"] });
    expect(names(await look(dan, "frobisher"))).toHaveLength(1);
    await asOwner(`UPDATE "Grant" SET "revokedAt" = now() WHERE "caseId" = $1 AND level = 'contribute'`, [caseId]);
    expect(names(await look(dan, "frobisher"))).toEqual([]);
  });
});

describe("finding places", () => {
  const places = (member: string, words: string, areaId?: string) => searchPlaces.ask({ member }, { words, areaId }).then(({ view }) => view.places.map(({ line, town }) => `${line}, ${town}`));

  it("goes by the beginnings of words, by postcode with or without its space, and treats nothing as an operator", async () => {
    expect(await places(priya, "12 eel dr")).toEqual(["12 Eel Drove, March"]);
    expect((await places(priya, "pe159zz eel"))[0]).toBe("1 Eel Drove, March");
    expect(await places(priya, "wisb park")).toEqual(["Wisbech Park, Wisbech"]);
    for (const words of ["' | eel:* & !x", "\\", "( <-> )", "a"]) await places(priya, words);
    expect((await places(priya, "eel", await areaCoded("ECA"))).every((words) => words.endsWith("Ely"))).toBe(true);
  });

  it("keeps what an agency typed to itself", async () => {
    await asOwner(`INSERT INTO "Place" (line, town, "areaId", "agencyId", "searchText") VALUES ('Bus shelter by the weir', 'March', $1, $2, 'bus shelter by the weir march')`, [await areaCoded("FEN"), await agencyCoded("fen-homes")]);
    expect(await places(priya, "shelter weir")).toEqual(["Bus shelter by the weir, March"]);
    expect(await places(dan, "shelter weir")).toEqual([]);
    const [typed] = await asOwner<{ id: string }>(`SELECT id FROM "Place" WHERE line = 'Bus shelter by the weir'`);
    await expect(place(dan, typed!.id)).rejects.toThrow(NotFound);
    expect((await place(priya, typed!.id)).line).toBe("Bus shelter by the weir");
  });

  it("says which cases stand there: to open, or as pointers", async () => {
    const { caseId, reference } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    await moveTo(caseId, "3 Sallowfield");
    expect((await look(priya, "3 sallowfield")).places[0]).toMatchObject({ openCases: 1, pointers: [] });
    expect((await look(dan, "3 sallowfield")).places[0]).toMatchObject({ openCases: 0, pointers: [{ reference }] });
    expect((await look(leila, "3 sallowfield")).places[0]).toMatchObject({ openCases: 0, pointers: [] });
  });
});

describe("a place", () => {
  it("shows cases, people, orders and warnings to those within reach, and a pointer to the rest", async () => {
    const made = await makeCase({ by: priya, area: "FEN", rag: "red", victim: "Cora Dyke", alleged: "Vic Stubble", sharedWith: ["police-fenland", { agency: "county-youth-justice", side: "perpetrator" }, { agency: "county-adults", level: "summary" }] });
    const placeId = await moveTo(made.caseId, "5 Sluice Keeper Road");
    await asOwner(`INSERT INTO "Residence" ("personId", "placeId", "caseId", side, "recordedById") VALUES ($1, $2, $3, 'victim', $4)`, [made.victimId, placeId, made.caseId, priya]);
    await asOwner(`INSERT INTO "Warning" ("caseId", "placeId", words, "reviewOn", "recordedById") VALUES ($1, $2, 'Dog loose in the yard', '2030-01-01', $3)`, [made.caseId, placeId, priya]);
    await asOwner(`INSERT INTO "Intervention" ("typeCode", "areaId", "caseId", "placeId", "agencyId", "startsOn", "recordedById") SELECT code, $1, $2, $3, $4, '2026-01-01', $5 FROM "InterventionType" LIMIT 1`, [await areaCoded("FEN"), made.caseId, placeId, await agencyCoded("fen-homes"), priya]);

    expect(await place(dan, placeId)).toMatchObject({ cases: [{ caseId: made.caseId, rag: "red" }], people: [{ name: "Cora Dyke", lives: "lives here", href: `/cases/${made.caseId}/people` }], orders: [{ isOfPlace: true }], warnings: [{ words: "Dog loose in the yard" }], pointers: [] });
    // A summary names who is involved and not where they live.
    expect(await place(marek, placeId)).toMatchObject({ cases: [{ caseId: made.caseId }], people: [] });
    const otherSide = await place(amina, placeId);
    // The place is the victim's: the perpetrator's side finds no case of theirs by it.
    expect(otherSide).toMatchObject({ cases: [], pointers: [], people: [] });
    expect(JSON.stringify(otherSide)).not.toMatch(/Cora|Dyke/);
    const stranger = await place(await memberNamed("Grace Obi"), placeId);
    expect(stranger).toMatchObject({ cases: [], people: [], orders: [], warnings: [], pointers: [{ reference: made.reference }] });
    expect(await place(leila, placeId)).toMatchObject({ cases: [], pointers: [] });
  });

  it("keeps a confidential address out of its list", async () => {
    const made = await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Dora Hyde" });
    const placeId = await moveTo(made.caseId, "6 Sluice Keeper Road");
    await asOwner(`INSERT INTO "Residence" ("personId", "placeId", "caseId", side, "recordedById", "isConfidential") VALUES ($1, $2, $3, 'victim', $4, true)`, [made.victimId, placeId, made.caseId, priya]);
    expect((await place(priya, placeId)).people).toEqual([]);
  });

  it("counts the reports of others without showing them", async () => {
    const [spot] = await asOwner<{ id: string }>(`SELECT id FROM "Place" WHERE line = '7 Sluice Keeper Road'`);
    const report = (agency: string, member: string, reference: string, more = {}) =>
      agencyCoded(agency).then(async (agencyId) => asOwner(
        `INSERT INTO "Report" (reference, "agencyId", "takenById", channel, "areaId", "placeId", "whatHappened", "happenedFrom", heading, qualifier, "originalHeading", "originalQualifier", audience)
         VALUES ($1, $2, $3, 'phone', $4, $5, 'Loud', now() - interval '1 hour', 'neighbour_noise', 'personal', 'neighbour_noise', 'personal', $6)`,
        [reference, agencyId, member, await areaCoded("FEN"), spot!.id, (more as { audience?: string[] }).audience ?? []]));
    await report("fen-homes", priya, "R-FEN-2026-09001");
    await report("fen-homes", priya, "R-FEN-2026-09002");
    await report("county-adults", marek, "R-FEN-2026-09003", { audience: [await agencyCoded("county-adults")] });
    const ours = await place(priya, spot!.id);
    expect(ours).toMatchObject({ total: 2, readable: 2, others: [] });
    expect(ours.months.at(-1)?.count).toBe(2);
    const theirs = await place(marek, spot!.id);
    expect(theirs).toMatchObject({ total: 3, readable: 1, others: [{ agencyName: "Fen Homes", count: 2 }] });
    expect(theirs.reports.map(({ reference }) => reference)).toEqual(["R-FEN-2026-09003"]);
    expect(await place(leila, spot!.id)).toMatchObject({ total: 0, reports: [] });
  });
});

describe("whoever looks", () => {
  it("is shown lines for the box that opens anywhere", async () => {
    const { caseId, reference } = await makeCase({ by: jo, area: "FEN", rag: "red", victim: "Zephyrine Lode" });
    const lines = await findLines.ask({ member: jo }, { term: reference }).then(({ view }) => view);
    expect(lines).toEqual([{ id: `case:${caseId}`, label: `${reference} Noise, Waterlees`, note: "Open, led by Fenland DC", href: `/cases/${caseId}` }]);
    const [person] = await findLines.ask({ member: jo }, { term: "zephyr" }).then(({ view }) => view);
    expect(person).toMatchObject({ label: "Zephyrine Lode", note: `victim in ${reference}` });
  });

  it("finds again what they opened last, for as long as they may", async () => {
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    await asOwner(`INSERT INTO "CaseLook" ("memberId", "caseId", "lookedAt") VALUES ($1, $2, now())`, [dan, caseId]);
    const recent = () => getFindStart.ask({ member: dan }, {}).then(({ view }) => view.cases.map((one) => one.caseId));
    expect(await recent()).toEqual([caseId]);
    await asOwner(`UPDATE "Grant" SET "revokedAt" = now() WHERE "caseId" = $1 AND level = 'contribute'`, [caseId]);
    expect(await recent()).toEqual([]);
  });

  it("is asked as many questions by many finds as by few", async () => {
    const count = async (term: string) => (await recordStatements(() => look(priya, term))).statements.length;
    for (let n = 0; n < 6; n += 1) await makeCase({ by: priya, area: "FEN", rag: "amber", victim: `Osierbed Number${n}` });
    await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Grebeling Number9" });
    expect(await count("osier")).toBe(await count("grebe"));
  });

  it("must work cases or take reports", async () => {
    for (const name of ["Sam Ito", "Nadia Kern", "Owen Price"]) await expect(look(await memberNamed(name), "kettle")).rejects.toThrow(Forbidden);
  });
});
