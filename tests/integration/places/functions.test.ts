import { beforeAll, expect, it } from "vitest";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

// The functions run as their owner, whom no policy holds back: each must keep the rule by itself.

let priya: string, made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  priya = await memberNamed("Priya Shah");
  made = await makeCase({ by: priya, area: "FEN", rag: "red", victim: "Abdulla Sayyid", alleged: "Lance Hurdle", sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }, { agency: "county-adults", level: "summary" }] });
  await asOwner(`INSERT INTO "Alias" ("personId", name, "caseId", side, "recordedById") VALUES ($1, 'Dully Quibble', $2, 'victim', $3)`, [made.victimId, made.caseId, priya]);
  await asOwner(`INSERT INTO "Place" (line, town, "areaId", "agencyId", "searchText") VALUES ('Bus shelter by the weir', 'March', $1, $2, 'bus shelter by the weir march')`, [await areaCoded("FEN"), await agencyCoded("fen-homes")]);
});

const people = async (name: string, typed: string) => (await plainSqlAs(await memberNamed(name), `SELECT id FROM find_people($1, 10)`, [typed])).length;
const places = async (name: string, typed: string) => (await plainSqlAs(await memberNamed(name), `SELECT id FROM find_places($1, NULL, 10)`, [typed])).length;

it.each([
  ["Priya Shah", "abdulla", 1], ["Priya Shah", "quibble", 1], ["Priya Shah", "hurdle", 1],
  // A summary names people; other names are learned at contribute.
  ["Marek Nowak", "abdulla", 1], ["Marek Nowak", "quibble", 0],
  ["Amina Yusuf", "hurdle", 1], ["Amina Yusuf", "abdulla", 0], ["Amina Yusuf", "quibble", 0],
  ["Dan Okafor", "abdulla", 0], ["Dan Okafor", "hurdle", 0], ["Leila Haddad", "abdulla", 0], ["Sam Ito", "abdulla", 0], ["Callum Reid", "abdulla", 0],
  // The panel's coordinator, for as long as it is red.
  ["Jo Ellwood", "abdulla", 1],
] as const)("%s looks for %j among people and gets %i", async (name, typed, count) => {
  expect(await people(name, typed)).toBe(count);
});

it.each([["Priya Shah", 1], ["Tom Barrett", 1], ["Dan Okafor", 0], ["Leila Haddad", 0]] as const)("%s finds %i of the places that Fen Homes typed", async (name, count) => {
  expect(await places(name, "bus shelter")).toBe(count);
});

it("finds the gazetteer for everyone, and at most fifty", async () => {
  expect(await places("Leila Haddad", "12 eel dr")).toBe(1);
  expect((await plainSqlAs(priya, `SELECT id FROM find_places('e', NULL, 5000)`)).length).toBe(50);
});

it("shows pointers at places by district alone", async () => {
  const [row] = await asOwner<{ placeId: string }>(`SELECT "placeId" FROM "Case" WHERE id = $1`, [made.caseId]);
  const pointers = async (name: string) => plainSqlAs<{ reference: string; caseId: string | null }>(await memberNamed(name), `SELECT reference, "caseId" FROM pointers_at_places(ARRAY[$1::uuid])`, [row!.placeId]);
  expect(await pointers("Dan Okafor")).toEqual([{ reference: made.reference, caseId: null }]);
  expect(await pointers("Marek Nowak")).toEqual([{ reference: made.reference, caseId: made.caseId }]);
  expect(await pointers("Leila Haddad")).toEqual([]);
  // On the perpetrator's side an address tells of nothing: it could be a neighbour's.
  expect(await pointers("Amina Yusuf")).toEqual([]);
});

it("finds nobody of the other side through a report of a case that is reached on one side", async () => {
  const shared = await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Cora Dyke", alleged: "Piers Washway", sharedWith: [{ agency: "victim-service", side: "victim" }] });
  await asOwner(
    `WITH taken AS (INSERT INTO "Report" (reference, "agencyId", "takenById", channel, "areaId", "placeId", "whatHappened", "happenedFrom", heading, qualifier, "originalHeading", "originalQualifier", "caseId", status)
       SELECT 'R-FEN-2026-99901', m."agencyId", m.id, 'phone', c."areaId", c."placeId", 'x', app_now(), c.heading, c.qualifier, c.heading, c.qualifier, c.id, 'linked' FROM "Case" c, "Member" m WHERE c.id = $1 AND m.id = $2 RETURNING id, "takenById")
     INSERT INTO "Involvement" ("personId", "reportId", role, side, "addedById")
     SELECT i."personId", taken.id, i.role, i.side, taken."takenById" FROM "Involvement" i, taken WHERE i."caseId" = $1`,
    [shared.caseId, priya],
  );
  expect([await people("Grace Obi", "cora dyke"), await people("Grace Obi", "washway"), await people("Priya Shah", "washway")]).toEqual([1, 0, 1]);
});
