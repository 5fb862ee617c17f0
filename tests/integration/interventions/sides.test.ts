import { beforeAll, expect, it } from "vitest";
import { getCaseLog } from "@/lib/cases/log/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { NotFound } from "@/lib/platform/errors";
import { getPlace } from "@/lib/cases/places/queries";
import { find } from "@/lib/cases/find/queries";
import { moveIntervention, recordBreach, recordIntervention } from "@/lib/interventions/commands";
import { listInterventions } from "@/lib/interventions/queries";
import { getKnownHere } from "@/lib/reports/known/queries";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

let jo: string, amina: string, marek: string, grace: string, made: MadeCase, placeId: string, line: string, interventionId: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, amina, marek, grace] = await Promise.all(["Jo Ellwood", "Amina Yusuf", "Marek Nowak", "Grace Obi"].map(memberNamed)) as [string, string, string, string];
  made = await makeCase({
    by: jo, area: "FEN", rag: "amber", victim: "Karen Kettle", alleged: "Jason Drove",
    sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }, { agency: "county-adults", level: "summary" }, { agency: "victim-service", side: "victim" }],
  });
  [{ placeId, line }] = await asOwner<{ placeId: string; line: string }>(`SELECT p.id AS "placeId", p.line FROM "Case" c JOIN "Place" p ON p.id = c."placeId" WHERE c.id = $1`, [made.caseId]) as [{ placeId: string; line: string }];
  const [alleged] = await asOwner<{ personId: string }>(`SELECT "personId" FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]);
  ({ interventionId } = await recordIntervention.do({ member: jo }, { caseId: made.caseId, typeCode: "acceptable_behaviour_contract", personId: alleged!.personId, startsOn: "2026-06-01", endsOn: "2027-05-31", terms: "Keeps away from the shops.", victimElsewhere: "no" }));
  await recordBreach.do({ member: jo }, { interventionId, version: 1, on: "2026-07-01", words: "Shouted at Karen in her garden." });
  await moveIntervention.do({ member: jo }, { interventionId, version: 2, to: "varied", on: "2026-08-01", note: "Karen asked for the longer street." });
});

const listed = async (member: string) => (await listInterventions.ask({ member }, { caseId: made.caseId })).view;

it("keeps the place of a case, which is the victim's home, from the perpetrator's side and from a summary", async () => {
  expect((await listed(jo)).place).toMatchObject({ placeId });
  expect((await listed(grace)).place).toMatchObject({ placeId });
  for (const member of [amina, marek]) expect(JSON.stringify(await listed(member))).not.toMatch(new RegExp(`${placeId}|${line}`));
});

it("shows what was written about an order to those who work the case, and of a breach nothing to the perpetrator's side", async () => {
  const words = async (member: string) => (await listed(member)).interventions.flatMap(({ terms, breaches }) => [terms, ...breaches.map((breach) => breach.words)]);
  expect(await words(jo)).toEqual(["Keeps away from the shops.", "Shouted at Karen in her garden."]);
  expect((await words(amina)).join("")).toBe("Keeps away from the shops.");
  expect((await words(marek)).join("")).toBe("");
  const breaches = async (member: string) => (await plainSqlAs(member, `SELECT words FROM "Breach" WHERE "caseId" = $1`, [made.caseId])).length;
  expect([await breaches(jo), await breaches(grace), await breaches(amina), await breaches(marek)]).toEqual([1, 1, 0, 0]);
});

it("tells the perpetrator's side of a step, and keeps from them what was written of it", async () => {
  const log = async (member: string) => JSON.stringify((await getCaseLog.ask({ member }, { caseId: made.caseId })).view);
  expect(await log(amina)).toContain("1 August 2026");
  expect(await log(amina)).not.toContain("longer street");
  expect(await log(grace)).toContain("longer street");
});

it("finds no case by its place for the perpetrator's side: not on the place's page, in what is found, nor beside a new report", async () => {
  const everywhere = async (member: string) => JSON.stringify([
    { ...(await getPlace.ask({ member }, { placeId })).view, reports: [] },
    (await find.ask({ member }, { term: line })).view.places.find(({ id }) => id === placeId),
    (await getKnownHere.ask({ member }, { placeId })).view,
  ]);
  expect(await everywhere(amina)).not.toContain(made.reference);
  expect((await find.ask({ member: amina }, { term: line })).view.places.find(({ id }) => id === placeId)).toMatchObject({ openCases: 0, pointers: [] });
  expect(await everywhere(grace)).toContain(made.reference);
  // Their own case by its reference, as before.
  expect((await find.ask({ member: amina }, { term: made.reference })).view.cases).toHaveLength(1);
});

it("names a family to its own side alone, and says to the other that there is one", async () => {
  const family = async (member: string, words: string, familySide: string, more = {}) => recordIntervention.do({ member }, { caseId: made.caseId, typeCode: "family_intervention_project", family: words, familySide, startsOn: "2012-01-09", ...more });
  await family(jo, "Drove household", "perpetrator");
  await family(jo, "Kettle household", "victim");
  await expect(family(amina, "Kettle household", "victim")).rejects.toMatchObject({ rule: "other-side-family" });
  const subjects = async (member: string) => (await listed(member)).interventions.map(({ subject }) => subject).filter((words) => /household|family/.test(words)).sort();
  expect(await subjects(jo)).toEqual(["Drove household", "Kettle household"]);
  expect(await subjects(amina)).toEqual(["Drove household"]);
  expect(await subjects(grace)).toEqual(["Kettle household", "a family on the other side"]);
  const labels = async (member: string) => (await plainSqlAs<{ label: string }>(member, `SELECT label FROM "Household" WHERE "caseId" = $1 ORDER BY label`, [made.caseId])).map(({ label }) => label);
  expect([await labels(jo), await labels(amina), await labels(grace)]).toEqual([["Drove household", "Kettle household"], ["Drove household"], ["Kettle household"]]);
  // Nor by a step in its life, for one who has learned its id.
  const [kept] = await asOwner<{ id: string }>(`SELECT n.id FROM "Intervention" n JOIN "Household" h ON h.id = n."householdId" WHERE h.label = 'Kettle household'`);
  await expect(moveIntervention.do({ member: amina }, { interventionId: kept!.id, version: 1, to: "completed", on: "2012-06-01" })).rejects.toThrow(NotFound);
});

it("gives a warning the side of the person it is about, whatever whoever writes it says, and lets each side read its own by plain SQL", async () => {
  const [victim] = await asOwner<{ id: string }>(`SELECT "personId" AS id FROM "Involvement" WHERE "caseId" = $1 AND role = 'victim'`, [made.caseId]);
  const [alleged] = await asOwner<{ id: string }>(`SELECT "personId" AS id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]);
  const warn = (personId: string | null, words: string) => asOwner(`INSERT INTO "Warning" ("caseId", "personId", words, "reviewOn", "recordedById", side) VALUES ($1, $2, $3, '2030-01-01', $4, 'both')`, [made.caseId, personId, words, jo]);
  await warn(victim!.id, "Karen keeps a dog");
  await warn(alleged!.id, "Jason carries a knife");
  await warn(null, "Icy steps");
  const words = async (member: string) => (await plainSqlAs<{ words: string }>(member, `SELECT words FROM "Warning" WHERE "caseId" = $1 ORDER BY words`, [made.caseId])).map((row) => row.words);
  expect([await words(jo), await words(amina), await words(grace)]).toEqual([["Icy steps", "Jason carries a knife", "Karen keeps a dog"], ["Icy steps", "Jason carries a knife"], ["Icy steps", "Karen keeps a dog"]]);
  const shown = async (member: string) => (await getCase.ask({ member }, { caseId: made.caseId })).view.header.warnings.flatMap((one) => (one.kind === "staff-safety" ? [one.words] : [])).sort();
  expect(await shown(amina)).toEqual(["Icy steps", "Jason carries a knife"]);
  expect(await plainSqlAs(amina, `UPDATE "Warning" SET version = version WHERE words = 'Karen keeps a dog' RETURNING id`)).toEqual([]);
});
