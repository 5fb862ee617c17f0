import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { closeCase } from "@/lib/assessments/closing/commands";
import { answerHateQuery } from "@/lib/assessments/hate/commands";
import { getRiskTab } from "@/lib/assessments/tab/queries";
import { recordTrigger } from "@/lib/assessments/triggers/commands";
import { completeAction, declineAction } from "@/lib/shared-actions/answering/commands";
import { getCasePlan } from "@/lib/shared-actions/plan/queries";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { assess, caseRow, exampleNamed } from "../../support/factories-assessments";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, karen: string, amina: string;
let made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [jo, karen, amina] = await Promise.all(["Priya Shah", "Tom Barrett", "Amina Yusuf"].map(memberNamed)) as [string, string, string];
});
beforeEach(async () => {
  // A Thursday: two working days later is the Monday.
  await setClock("2026-06-11T10:00:00Z");
  made = await makeCase({ by: jo, area: "FEN", sharedWith: [{ agency: "police-fenland", level: "contribute" }, { agency: "county-youth-justice", side: "perpetrator" }] });
});
afterEach(resetClock);

const unsure = () => assess(jo, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Abdul, first call"), judgement: { rag: "green", reason: "First call." } });
const actions = () => asOwner<{ id: string; version: number; what: string; status: string; dueAt: Date; outcome: string | null; owner: string }>(
  `SELECT s.id, s.version, s.what, s.status::text, s."dueAt", s.outcome, a.code AS owner FROM "SharedAction" s JOIN "Agency" a ON a.id = s."ownerAgencyId" WHERE s."caseId" = $1 ORDER BY s."offeredAt", s.what`, [made.caseId]);
const question = async () => (await actions()).filter(({ what }) => what.startsWith("Find out whether this is hate"));
const answer = async (member: string, isHate: boolean) => answerHateQuery.do({ member }, { caseId: made.caseId, version: (await caseRow(made.caseId)).version, isHate, reason: "Asked Mr Rahman and his neighbour." });
const hateOf = async (member: string) => (await getRiskTab.ask({ member }, { caseId: made.caseId })).view.hate;

it("asks the lead agency to find out within two working days, once however often somebody is unsure", async () => {
  await unsure();
  await setClock("2026-06-11T11:00:00Z");
  await unsure();
  const asked = await question();
  expect(asked).toMatchObject([{ owner: "fen-homes", status: "offered" }]);
  expect(asked[0]!.dueAt.toISOString()).toBe("2026-06-15T16:00:00.000Z");
});

it("is answered by trained members alone; others are told who they are, and the perpetrator's side nothing", async () => {
  await unsure();
  expect(await hateOf(jo)).toMatchObject({ isQueryOpen: true, mayAnswer: false, trained: expect.arrayContaining([expect.objectContaining({ name: "Tom Barrett" })]) });
  expect(await hateOf(karen)).toMatchObject({ isQueryOpen: true, mayAnswer: true, trained: [] });
  expect(await hateOf(amina)).toEqual({ isQueryOpen: false, mayAnswer: false, trained: [], recognisedWords: "" });
  await expect(answer(jo, false)).rejects.toMatchObject({ reason: "not-trained" });
  await expect(answer(amina, false)).rejects.toMatchObject({ reason: "perpetrator-side" });
});

it("ends the question when it is answered, whoever had it, and where it is hate begins what follows", async () => {
  await unsure();
  const [asked] = await question();
  await declineAction.do({ member: jo }, { actionId: asked!.id, version: asked!.version, reason: "Not trained for it." });
  await setClock("2026-06-15T09:00:00Z");
  await answer(karen, true);
  expect(await question()).toMatchObject([{ status: "done", outcome: "It is hate." }]);
  expect((await actions()).filter(({ status }) => status === "offered" || status === "accepted").map(({ owner, what }) => `${owner}: ${what}`)).toEqual([
    "fen-homes: Offer the support of a service for victims of hate, and refer where it is wanted",
    "police-fenland: Record the hate incident, and give its number",
  ]);
  expect((await caseRow(made.caseId)).nextContactAt!.getTime()).toBeLessThanOrEqual(Date.parse("2026-06-16T16:00:00Z"));
  expect((await hateOf(jo)).recognisedWords).toMatch(/^Recognised as hate Mon 15 Jun 10:00\. It was first reported as noise\.$/);
});

it("is answered by an assessment that says so, and by a trigger; one from the perpetrator's side leaves the question open", async () => {
  await unsure();
  await recordTrigger.do({ member: amina }, { caseId: made.caseId, key: "T5", note: "He said so himself." });
  expect(await caseRow(made.caseId)).toMatchObject({ isHate: true, hateQueryOpen: true });
  expect(JSON.stringify(await getCasePlan.ask({ member: amina }, { caseId: made.caseId }))).not.toMatch(/whether this is hate|service for victims of hate/);
  await setClock("2026-06-12T10:00:00Z");
  await assess(jo, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Abdul, later") });
  expect(await caseRow(made.caseId)).toMatchObject({ isHate: true, hateQueryOpen: false });
  expect(await question()).toMatchObject([{ status: "done", outcome: "It is hate." }]);
});

it("asks nothing more where hate is ruled out, and may be asked again later", async () => {
  await unsure();
  await answer(karen, false);
  expect((await actions()).map(({ status, outcome }) => ({ status, outcome }))).toEqual([{ status: "done", outcome: "Hate is ruled out." }]);
  expect((await hateOf(jo)).recognisedWords).toBe("");
  await setClock("2026-06-20T10:00:00Z");
  await unsure();
  expect((await question()).map(({ status }) => status).sort()).toEqual(["done", "offered"]);
});

it("keeps a case open for as long as nobody has answered, even where the action is called done", async () => {
  await unsure();
  const [asked] = await question();
  await completeAction.do({ member: jo }, { actionId: asked!.id, version: asked!.version, outcome: "Environmental health: the noise is normal." });
  const refused = closeCase.do({ member: jo }, { caseId: made.caseId, version: (await caseRow(made.caseId)).version, outcome: "no_further_reports", reason: "Noise normal." });
  await expect(refused).rejects.toMatchObject({ rule: "hate-query-open" });
});

it("keeps when it was first recognised, whatever is said afterwards", async () => {
  await assess(jo, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Abdul, later") });
  const at = async () => (await asOwner<{ at: Date }>(`SELECT "hateRecognisedAt" AS at FROM "Case" WHERE id = $1`, [made.caseId]))[0]!.at;
  const first = await at();
  await asOwner(`UPDATE "Case" SET "isHate" = false WHERE id = $1`, [made.caseId]);
  await setClock("2026-07-01T10:00:00Z");
  await asOwner(`UPDATE "Case" SET "isHate" = true, "hateRecognisedAt" = app_now() WHERE id = $1`, [made.caseId]);
  expect(await at()).toEqual(first);
});
