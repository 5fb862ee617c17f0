import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asOwner, resetClock, setClock } from "../../support/database";
import { loadTestCounty, memberNamed } from "../../support/county";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { addInvolvement, assess, caseRow, exampleNamed } from "../../support/factories-assessments";
import { answerHateQuery } from "../../../lib/assessments/hate/commands";
import { endNeed, recordNeed } from "../../../lib/assessments/needs/commands";

let priya: string, amina: string, grace: string, dan: string;
let made: MadeCase;
let placeId: string;

beforeAll(async () => {
  await loadTestCounty();
  [priya, amina, grace, dan] = await Promise.all(["Priya Shah", "Amina Yusuf", "Grace Obi", "Dan Okafor"].map(memberNamed)) as [string, string, string, string];
});
beforeEach(async () => {
  await setClock("2026-11-16T10:00:00Z");
  made = await makeCase({ by: priya, area: "FEN", sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }, { agency: "victim-service", side: "victim" }, { agency: "police-fenland", level: "summary" }] });
  placeId = (await asOwner<{ placeId: string }>(`SELECT "placeId" FROM "Case" WHERE id = $1`, [made.caseId]))[0]!.placeId;
});
afterEach(resetClock);

describe("behaviour and place", () => {
  it("makes a case red by community impact alone, with no victim named", async () => {
    await asOwner(`UPDATE "Involvement" SET "endsAt" = app_now(), "endReason" = 'Place-led' WHERE id = $1`, [made.victimInvolvementId]);
    const done = await assess(priya, { caseId: made.caseId, templateKey: "PCI", placeId, answers: exampleNamed("Street drinking in a Wisbech park"), source: "records" });
    expect(done).toMatchObject({ score: 22, rag: "red", triggers: [] });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", status: "open", behaviourRag: "red", ragReason: "Behaviour and community impact assessed at 22 by Fen Homes, Mon 16 Nov 10:00" });
  });

  it("adds three for a victim rated High, and keeps that from the perpetrator's side", async () => {
    const answers = { B1: "nuisance", B2: "daily", B3: "worse", C1: "many", C2: "none", R1: "none", R2: "refusing" };
    expect(await assess(priya, { caseId: made.caseId, templateKey: "PCI", placeId, answers })).toMatchObject({ score: 16, rag: "amber" });
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") });
    await setClock("2026-11-17T10:00:00Z");
    expect(await assess(priya, { caseId: made.caseId, templateKey: "PCI", placeId, answers })).toMatchObject({ score: 19, rag: "red" });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", behaviourRag: "amber" });
  });

  it("counts the worst of everybody said to be responsible, and of those who still are", async () => {
    const one = await addInvolvement(made.caseId, "alleged_perpetrator", "perpetrator");
    const severe = { B1: "violence", B2: "daily", B3: "worse", C1: "many", C2: "leave", R1: "formal_breach", R2: "refusing" };
    await assess(priya, { caseId: made.caseId, templateKey: "PCI", involvementId: one, answers: severe });
    await assess(priya, { caseId: made.caseId, templateKey: "PCI", placeId, answers: {} });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", behaviourRag: "red" });
    await asOwner(`UPDATE "Involvement" SET "endsAt" = app_now(), "endReason" = 'Was somebody else' WHERE id = $1`, [one]);
    await setClock("2026-11-18T10:00:00Z");
    await assess(priya, { caseId: made.caseId, templateKey: "PCI", placeId, answers: {} });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "green", behaviourRag: "green" });
  });

  it("is assessed by nobody at summary, and by a victim's worker as by anyone", async () => {
    await expect(assess(dan, { caseId: made.caseId, templateKey: "PCI", placeId })).rejects.toMatchObject({ reason: "summary-only" });
    expect(await assess(grace, { caseId: made.caseId, involvementId: made.victimInvolvementId })).toMatchObject({ rag: "green" });
  });
});

describe("needs", () => {
  const need = (member: string, more: object = {}) => recordNeed.do({ member }, { caseId: made.caseId, code: "mental_health", source: "observed", ...more });
  const alleged = async () => (await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]))[0]!.id;

  it("stand on the side of whose they are, and are recorded once", async () => {
    await need(priya, { involvementId: made.victimInvolvementId });
    await need(amina, { involvementId: await alleged(), code: "young_person_offending" });
    await need(priya, { code: "language" });
    await expect(need(grace, { involvementId: made.victimInvolvementId })).rejects.toMatchObject({ rule: "need-live" });
    const rows = await asOwner(`SELECT code, side FROM "Need" WHERE "caseId" = $1 ORDER BY code`, [made.caseId]);
    expect(rows).toEqual([{ code: "language", side: "both" }, { code: "mental_health", side: "victim" }, { code: "young_person_offending", side: "perpetrator" }]);
    expect(await asOwner(`SELECT DISTINCT side FROM "Entry" WHERE "caseId" = $1 AND kind = 'need' AND body LIKE '%Mental health%'`, [made.caseId])).toEqual([{ side: "victim" }]);
  });

  it("of the other side do not exist, at summary may not be added, and from the future are refused", async () => {
    await expect(need(amina, { involvementId: made.victimInvolvementId })).rejects.toMatchObject({ message: "We could not find that." });
    await expect(need(dan)).rejects.toMatchObject({ reason: "summary-only" });
    await expect(need(priya, { startsOn: "2026-11-17" })).rejects.toMatchObject({ rule: "need-in-future" });
    await expect(need(priya, { code: "unheard_of" })).rejects.toMatchObject({ rule: "no-such-need" });
  });

  it("end on a day, once, with what has changed", async () => {
    const { needId } = await need(priya, { involvementId: made.victimInvolvementId, startsOn: "2026-11-10" });
    const end = (more: object) => endNeed.do({ member: grace }, { caseId: made.caseId, needId, version: 1, reason: "Well again.", ...more });
    await expect(end({ endsOn: "2026-11-09" })).rejects.toMatchObject({ rule: "need-ends-before-start" });
    await end({ endsOn: "2026-11-16" });
    await expect(end({ version: 2 })).rejects.toMatchObject({ rule: "need-ended" });
    await expect(endNeed.do({ member: amina }, { caseId: made.caseId, needId, version: 2, reason: "x" })).rejects.toMatchObject({ message: "We could not find that." });
  });
});

describe("a hate query", () => {
  it("stays open until somebody answers it, and a review that is still unsure opens it no second time unseen", async () => {
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Abdul, first call"), judgement: { rag: "green", reason: "First call." } });
    expect(await caseRow(made.caseId)).toMatchObject({ hateQueryOpen: true, isHate: false });
    const answer = async (member: string) => answerHateQuery.do({ member }, { caseId: made.caseId, version: (await caseRow(made.caseId)).version, isHate: true, reason: "Named for his faith." });
    await expect(answer(amina)).rejects.toMatchObject({ reason: "perpetrator-side" });
    await expect(answer(grace)).rejects.toMatchObject({ reason: "not-trained" });
    await asOwner(`UPDATE "Member" SET "trainedIn" = '{hate}' WHERE id = $1`, [grace]);
    await answer(grace);
    expect(await caseRow(made.caseId)).toMatchObject({ hateQueryOpen: false, isHate: true });
    await expect(answer(grace)).rejects.toMatchObject({ rule: "no-hate-query" });
  });
});
