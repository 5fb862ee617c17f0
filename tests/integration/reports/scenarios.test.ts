import { getCase } from "../../../lib/cases/page/log-tab/queries";
import { beforeAll, describe, expect, it } from "vitest";
import { tickCallOfReport } from "../../../lib/assessments/intake/calls/commands";
import { getOnSaving } from "../../../lib/assessments/intake/saving/queries";
import { asOwner, setClock } from "../../support/database";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { addressIn, answers, aReport, take } from "../../support/factories-reports";

let place: { id: string };

beforeAll(async () => {
  await loadTestCounty();
  place = await addressIn("FEN", 200);
});

const codes = async (ids: string[]) => (await asOwner<{ code: string }>(`SELECT code FROM "Agency" WHERE id = ANY ($1) ORDER BY code`, [ids])).map(({ code }) => code);
const grants = async (caseId: string) => asOwner<{ code: string; level: string; side: string; legalBasis: string; since: number }>(
  `SELECT a.code, g.level, g.side, g."legalBasis", extract(epoch FROM g."grantedAt" - c."openedAt")::int AS since FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" JOIN "Case" c ON c.id = g."caseId" WHERE g."caseId" = $1 AND g."revokedAt" IS NULL ORDER BY a.code`, [caseId]);

// 82, mostly on her own, health affected, harassed before: 33 by the first call's answers.
const mrsP = answers({ H1: "most_days", H2: "yes", H3: "yes", H4: "known", H5: "past", V1: ["me"], V3: "yes", S1: "alone", I1: "extreme", I2: "both", I4: "routine" });
const caseStudyTwo = {
  channel: "phone_101" as const, happenedFrom: "2011-06-13T12:00:00Z", outcome: { kind: "new_case" as const },
  affected: [{ person: { kind: "individual" as const, givenName: "Maud", familyName: "Pettit", bornOn: "1929-02-01" }, livesHere: true }],
  screeningAnswers: { H1: "most_days", H3: "yes", V2: "no", V3: "yes", I1: "extreme" }, vulnerabilityFactors: ["age", "mental_health"],
  assessment: { source: "phone" as const, answers: mrsP, factors: ["age", "mental_health"], confirmedTriggers: [] },
};

describe("scenario 2: an elderly victim is rated High in the first call", () => {
  it("tells partners within the call, health and social care among them, and says whom to ring", async () => {
    await setClock("2011-06-13T14:20:00Z");
    const callum = await memberNamed("Callum Reid");
    const { view: saving } = await getOnSaving.ask({ member: callum }, { placeId: place.id, rag: "red", answers: mrsP, factors: ["age", "mental_health"], triggers: [], bornOn: "1929-02-01" });
    expect(saving.leader).toMatchObject({ agencyName: "Fenland DC", name: "Jo Ellwood", isOwn: false });
    expect(await codes(saving.partners.map(({ agencyId }) => agencyId))).toEqual(["county-adults", "mental-health-trust", "police-fenland", "victim-service"]);
    expect(saving.partners.find(({ name }) => name === "Adult social care")?.why).toMatch(/age, illness or disability makes them more at risk/i);

    const taken = await take(callum, aReport({ placeId: place.id, ...caseStudyTwo, shareWith: saving.partners.map(({ agencyId }) => agencyId) }));
    expect(taken).toMatchObject({ rag: "red", score: 33, asbCase: { leadName: "Fenland DC", isAssessed: true, mayOpen: false } });
    const caseId = taken.asbCase!.caseId;
    expect(await grants(caseId)).toEqual([
      { code: "county-adults", level: "contribute", side: "both", legalBasis: "care_act_s42_45", since: 0 },
      { code: "fenland-dc", level: "lead", side: "both", legalBasis: "cda_s17", since: 0 },
      { code: "mental-health-trust", level: "contribute", side: "both", legalBasis: "cda_s115", since: 0 },
      { code: "police-contact", level: "summary", side: "both", legalBasis: "cda_s115", since: 0 },
      { code: "police-fenland", level: "contribute", side: "both", legalBasis: "cda_s115", since: 0 },
      { code: "victim-service", level: "contribute", side: "victim", legalBasis: "cda_s115", since: 0 },
    ]);
    expect(taken.next).toContainEqual({ what: "First contact with the victim", when: "tomorrow 15:20", who: "Jo Ellwood" });
    expect(taken.ring.map(({ agencyName, dueWords }) => [agencyName, dueWords])).toHaveLength(5);
    expect(new Set(taken.ring.map(({ dueWords }) => dueWords))).toEqual(new Set(["in 4 h"]));
    expect(await asOwner(`SELECT status, rag FROM "Case" WHERE id = $1`, [caseId])).toEqual([{ status: "open", rag: "red" }]);
  });

  it("lets the call taker tick off the calls, and nobody else's", async () => {
    const callum = await memberNamed("Callum Reid");
    const taken = await take(callum, aReport({ placeId: place.id, ...caseStudyTwo, confirmedNew: true, shareWith: [await agencyCoded("county-adults")] }));
    const [call] = taken.ring;
    await expect(tickCallOfReport.do({ member: await memberNamed("Amina Yusuf") }, { callId: call!.callId, version: 1, note: "x" })).rejects.toThrow("We could not find that.");
    await tickCallOfReport.do({ member: callum }, { callId: call!.callId, version: call!.version, note: "Duty social worker will visit tonight." });
    expect(await asOwner(`SELECT note, "doneById" FROM "DutyCall" WHERE id = $1`, [call!.callId])).toEqual([{ note: "Duty social worker will visit tonight.", doneById: callum }]);
    await expect(tickCallOfReport.do({ member: callum }, { callId: call!.callId, version: 2, note: "Again" })).rejects.toMatchObject({ rule: "already-rung" });
    await setClock("2011-06-14T14:30:00Z");
    await expect(tickCallOfReport.do({ member: callum }, { callId: taken.ring[1]!.callId, version: 1, note: "Late" })).rejects.toThrow("We could not find that.");
  });

  it("says on the case who was called for and has no agreement, and tells the rest all the same", async () => {
    await setClock("2011-06-13T14:20:00Z");
    const trust = await agencyCoded("mental-health-trust");
    await asOwner(`UPDATE "AgreementSignature" SET "withdrawnAt" = app_now() WHERE "agencyId" = $1`, [trust]);
    const callum = await memberNamed("Callum Reid");
    const { view: saving } = await getOnSaving.ask({ member: callum }, { placeId: place.id, rag: "red", answers: mrsP, factors: ["mental_health"], triggers: [], bornOn: "1929-02-01" });
    expect(saving.notPossible).toEqual([{ name: "Mental health trust", why: expect.stringContaining("No live information sharing agreement") }]);
    expect(saving.instead).toContain("Refer with the victim's consent");
    const taken = await take(callum, aReport({ placeId: place.id, ...caseStudyTwo, confirmedNew: true, shareWith: saving.partners.map(({ agencyId }) => agencyId) }));
    expect(taken.notPossible.map(({ name }) => name)).toEqual(["Mental health trust"]);
    const entries = await asOwner<{ body: string; side: string }>(`SELECT body, side FROM "Entry" WHERE "caseId" = $1 AND body LIKE 'Not told%'`, [taken.asbCase!.caseId]);
    expect(entries).toEqual([{ body: expect.stringContaining("Mental health trust: No live information sharing agreement"), side: "victim" }]);
    await asOwner(`UPDATE "AgreementSignature" SET "withdrawnAt" = NULL WHERE "agencyId" = $1`, [trust]);
  });
});

describe("scenario 1: the first report is assessed as it is logged", () => {
  it("is 24 Medium on the border with judgement asked, out of intake and shared in the same save, on a Friday evening too", async () => {
    await setClock("2011-04-01T17:00:00Z");
    const priya = await memberNamed("Priya Shah");
    const partners = [await agencyCoded("police-fenland"), await agencyCoded("fenland-dc")];
    const msK = answers({ H1: "weekly", H2: "yes", H3: "yes", H4: "known", V1: ["me"], V3: "yes", S1: "alone", I1: "lot", I2: "mental", I4: "routine" });
    const report = (judgement: object | null, triggers: string[] = []) => aReport({
      placeId: place.id, happenedFrom: "2011-04-01T09:00:00Z", outcome: { kind: "new_case" }, shareWith: partners, triggers, confirmedNew: true,
      assessment: { source: "phone", answers: msK, factors: ["mental_health"], confirmedTriggers: [], judgement: judgement as never },
    });
    await expect(take(priya, report(null))).rejects.toMatchObject({ rule: "judgement-needed", detail: { borderlineTo: "red", score: 24 } });
    const taken = await take(priya, report({ rag: "amber", reason: "Her sister stays with her this week." }));
    expect(taken).toMatchObject({ rag: "amber", score: 24, ring: [] });
    expect(taken.toldNames.sort()).toEqual(["Fenland DC", "Police Fenland"]);
    const { aside } = (await getCase.ask({ member: priya }, { caseId: taken.asbCase!.caseId })).view;
    expect(aside.figures.slice(0, 2)).toEqual([{ what: "first assessment", took: "same save" }, { what: "first share", took: "same save" }]);
    const red = await take(priya, report(null, ["T1"]));
    expect(red).toMatchObject({ rag: "red", score: 24 });
    expect(red.next).toContainEqual({ what: "First contact with the victim", when: "today 23:59", who: "Priya Shah" });
    // Nobody is at a desk at 18:00 on a Friday: the numbers are those of the duty desks.
    expect(red.ring.map(({ agencyName, name, phone }) => [agencyName, name, phone])).toEqual([["Police Fenland", "Police control room (999 in danger)", "101"], ["Fenland DC", "Duty officer", "01632 960190"]]);
  });
});

describe("reporting again", () => {
  it("is at least amber from the third report in three months at one address, whoever took the others", async () => {
    await setClock("2026-11-18T09:12:00Z");
    const home = await addressIn("FEN", 230);
    const [priya, dan] = [await memberNamed("Priya Shah"), await memberNamed("Dan Okafor")];
    const mild = { outcome: { kind: "new_case" as const }, assessment: { source: "phone" as const, answers: answers({ I1: "little" }), factors: [], confirmedTriggers: [] } };
    const report = (more: object) => aReport({ placeId: home.id, happenedFrom: "2026-11-17T23:00:00Z", confirmedNew: true, ...more });
    expect(await take(priya, report(mild))).toMatchObject({ rag: "green", score: 1 });
    await take(dan, report({ channel: "visit" }));
    expect(await take(priya, report({ ...mild, whatHappened: "A third time." }))).toMatchObject({ rag: "amber", score: 1, reason: expect.stringContaining("Victim assessed at 1") });
    // Three months on, the first two no longer count.
    await setClock("2027-03-18T09:12:00Z");
    expect(await take(priya, report({ ...mild, happenedFrom: "2027-03-17T23:00:00Z", whatHappened: "Much later." }))).toMatchObject({ rag: "green" });
  });

  it("counts what the same person reported elsewhere", async () => {
    await setClock("2026-11-18T09:12:00Z");
    const priya = await memberNamed("Priya Shah");
    const at = async (offset: number, more: object) => take(priya, aReport({ placeId: (await addressIn("FEN", offset)).id, happenedFrom: "2026-11-17T23:00:00Z", confirmedNew: true, ...more }));
    const first = await at(240, {});
    const [row] = await asOwner<{ personId: string }>(`SELECT "personId" FROM "Involvement" WHERE "reportId" = $1 AND role = 'victim'`, [first.reportId]);
    const same = { affected: [{ personId: row!.personId }] };
    await at(241, same);
    const third = await at(242, { ...same, outcome: { kind: "new_case" }, assessment: { source: "phone", answers: answers({ I1: "little" }), factors: [], confirmedTriggers: [] } });
    expect(third).toMatchObject({ rag: "amber" });
  });
});
