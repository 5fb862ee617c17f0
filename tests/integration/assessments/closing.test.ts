import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeCase, decideClosure, recordVictimView, reopenCase, withdrawClosure } from "../../../lib/assessments/closing/commands";
import { getClosing } from "../../../lib/assessments/closing/queries";
import { recordTrigger } from "../../../lib/assessments/triggers/commands";
import { logContact } from "../../../lib/contacts/commands";
import { recordIntervention } from "../../../lib/interventions/commands";
import { raiseAction } from "../../../lib/shared-actions/raising/commands";
import { cancelAction } from "../../../lib/shared-actions/settling/commands";
import { Conflict, Forbidden, NotFound } from "../../../lib/platform/errors";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asAppRole, asOwner, resetClock, setClock } from "../../support/database";
import { assess, caseRow, exampleNamed } from "../../support/factories-assessments";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { aReport, addressIn, take } from "../../support/factories-reports";

let jo: string, beth: string, martin: string, priya: string, grace: string, amina: string, leila: string;
let made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [jo, beth, martin, priya, grace, amina, leila] = await Promise.all(["Jo Ellwood", "Beth Sallow", "Martin Crake", "Priya Shah", "Grace Obi", "Amina Yusuf", "Leila Haddad"].map(memberNamed)) as [string, string, string, string, string, string, string];
});
beforeEach(() => setClock("2026-11-18T09:00:00Z"));
afterEach(resetClock);

const version = async () => (await caseRow(made.caseId)).version;
const open = async (rag: "red" | "amber" | "green") => {
  made = await makeCase({ by: jo, area: "FEN", rag, sharedWith: ["fen-homes", { agency: "victim-service", side: "victim" }, { agency: "county-youth-justice", side: "perpetrator" }] });
};
const assessedForClosing = (name = "first time, nobody in particular") => assess(jo, { caseId: made.caseId, involvementId: made.victimInvolvementId, purpose: "closure", answers: exampleNamed(name) });
const says = (view: string, words = "", member = jo) => recordVictimView.do({ member }, { caseId: made.caseId, involvementId: made.victimInvolvementId, view, words });
const close = async (member = jo, more: object = {}) => closeCase.do({ member }, { caseId: made.caseId, version: await version(), outcome: "no_further_reports", reason: "Quiet for two months.", ...more });
const decide = async (member: string, decision: "closed" | "declined", reason = "Weighed with the officer.") => decideClosure.do({ member }, { caseId: made.caseId, version: await version(), decision, reason });
const refused = (doing: Promise<unknown>, rule: string) => expect(doing).rejects.toMatchObject({ rule });
const triedAt = async (time: string) => {
  await setClock(time);
  await logContact.do({ member: jo }, { caseId: made.caseId, withWhom: made.victimInvolvementId, type: "failed_attempt", safeHonoured: true, nextContactAt: "2026-12-01T10:00:00Z" });
};

describe("closing", () => {
  beforeEach(() => open("green"));

  it("is refused until it is ready, and each time says what is missing", async () => {
    const action = await raiseAction.do({ member: jo }, { caseId: made.caseId, ownerAgencyId: await agencyCoded("fen-homes"), what: "Mend the gate" });
    await refused(close(), "open-actions");
    await cancelAction.do({ member: jo }, { actionId: action.actionId, version: 1, reason: "Mended by the neighbour." });
    await refused(close(), "closing-assessment");
    await assessedForClosing("Mary");
    await refused(close(), "assessment-red");
    await setClock("2026-11-18T10:00:00Z");
    await assessedForClosing();
    await refused(close(), "view-missing");
    await says("agrees");
    await expect(close()).resolves.toMatchObject({ status: "closure_proposed", because: ["was_red"] });
  });

  it("closes at once where everybody agrees and it was never red; what is in force stays in force", async () => {
    const [alleged] = await asOwner<{ personId: string }>(`SELECT "personId" FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]);
    await recordIntervention.do({ member: jo }, { caseId: made.caseId, typeCode: "civil_injunction", personId: alleged!.personId, startsOn: "2026-10-01", endsOn: "2027-10-01", status: "in_force", victimElsewhere: "no" });
    await assessedForClosing();
    await says("agrees");
    expect(await close()).toEqual({ caseId: made.caseId, status: "closed", because: [] });
    expect(await caseRow(made.caseId)).toMatchObject({ status: "closed", outcome: "no_further_reports", nextContactAt: null, nextReviewAt: null });
    const { view } = await getClosing.ask({ member: jo }, { caseId: made.caseId });
    expect(view.orders.map(({ words }) => words)).toEqual(["Civil injunction to Fri 1 Oct 2027"]);
    expect(view.closed).toMatchObject({ mayStillReopen: true, untilWords: "16 December 2026" });
    expect(await asOwner(`SELECT kind FROM "Notification" WHERE "caseId" = $1 AND kind = 'case-closed' AND "memberId" = $2`, [made.caseId, await memberNamed("Tom Barrett")])).toHaveLength(1);
  });

  it("waits for the question of hate, and for a trigger that is live", async () => {
    await asOwner(`UPDATE "Case" SET "hateQueryOpen" = true WHERE id = $1`, [made.caseId]);
    await refused(close(), "hate-query-open");
    await asOwner(`UPDATE "Case" SET "hateQueryOpen" = false WHERE id = $1`, [made.caseId]);
    await recordTrigger.do({ member: jo }, { caseId: made.caseId, key: "T1", involvementId: made.victimInvolvementId, note: "Said it on the phone." });
    await expect(close()).rejects.toMatchObject({ rule: "open-actions", detail: { more: ["trigger-live", "closing-assessment", "view-missing"] } });
  });

  it("takes a new closing assessment once another report has come", async () => {
    await assessedForClosing();
    await says("agrees");
    await setClock("2026-11-18T11:00:00Z");
    await take(jo, aReport({ placeId: (await addressIn("FEN", 3)).id, outcome: { kind: "join_case", caseId: made.caseId } }));
    await refused(close(), "closing-assessment");
  });

  it("takes three tries before a victim could not be reached, counted since they last were", async () => {
    await refused(says("not_reached"), "too-few-tries");
    await triedAt("2026-11-18T09:10:00Z");
    await triedAt("2026-11-18T12:10:00Z");
    await setClock("2026-11-18T13:00:00Z");
    await logContact.do({ member: jo }, { caseId: made.caseId, withWhom: made.victimInvolvementId, type: "phone_in", body: "Rang back, cannot talk.", impact: "same", safeHonoured: true, nextContactAt: "2026-12-01T10:00:00Z" });
    await triedAt("2026-11-18T14:10:00Z");
    await refused(says("not_reached"), "too-few-tries");
    await triedAt("2026-11-18T15:10:00Z");
    await triedAt("2026-11-18T16:10:00Z");
    await expect(says("not_reached")).resolves.toEqual({ view: "not_reached" });
  });

  it("asks for the words of one who does not want it, takes them from the victim's own worker, and never shows them to the other side", async () => {
    await expect(says("disagrees")).rejects.toMatchObject({ fields: [{ path: "words" }] });
    await says("disagrees", "He only stopped because of the cameras.", grace);
    await expect(says("agrees", "", amina)).rejects.toThrow(Forbidden);
    await expect(getClosing.ask({ member: amina }, { caseId: made.caseId })).rejects.toThrow(Forbidden);
    await expect(getClosing.ask({ member: leila }, { caseId: made.caseId })).rejects.toThrow(NotFound);
    const { view } = await getClosing.ask({ member: priya }, { caseId: made.caseId });
    expect(view.victims).toMatchObject([{ view: "disagrees", words: "He only stopped because of the cameras." }]);
    await assessedForClosing();
    expect(await close()).toMatchObject({ status: "closure_proposed", because: ["disagrees"] });
  });

  it("is the lead's alone, and one of two at once", async () => {
    await assessedForClosing();
    await says("agrees");
    await expect(close(priya)).rejects.toThrow(Forbidden);
    const seen = await version();
    const both = await Promise.allSettled([jo, beth].map((member) => closeCase.do({ member }, { caseId: made.caseId, version: seen, outcome: "mediated", reason: "Both agree." })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one): one is PromiseRejectedResult => one.status === "rejected")!;
    // Told of the other while waiting, or having begun after.
    expect([Conflict, Forbidden].some((kind) => lost.reason instanceof kind)).toBe(true);
  });
});

describe("a proposal to close", () => {
  beforeEach(async () => {
    await open("green");
    await assessedForClosing();
    await says("disagrees", "It will begin again.");
    await close();
  });

  it("is told to the managers of the lead, and decided by one who did not make it", async () => {
    expect(await asOwner(`SELECT "memberId" FROM "Notification" WHERE "caseId" = $1 AND kind = 'closure-proposed'`, [made.caseId])).toEqual([{ memberId: martin }]);
    await expect(decide(beth, "closed")).rejects.toThrow(Forbidden);
    await expect(decide(martin, "closed", " ")).rejects.toMatchObject({ fields: [{ path: "reason" }] });
    expect(await decide(martin, "closed")).toEqual({ caseId: made.caseId, status: "closed" });
    await expect(decide(martin, "closed")).rejects.toThrow(Forbidden);
  });

  it("is declined with a reason that its maker is told of, and the case goes on", async () => {
    await decide(martin, "declined", "See her again first.");
    expect(await caseRow(made.caseId)).toMatchObject({ status: "open" });
    expect(await asOwner(`SELECT "memberId" FROM "Notification" WHERE "caseId" = $1 AND kind = 'closure-declined'`, [made.caseId])).toEqual([{ memberId: jo }]);
    const { view } = await getClosing.ask({ member: jo }, { caseId: made.caseId });
    expect(view.last).toMatchObject({ reason: "See her again first." });
  });

  it("is taken back, and is then nobody's to decide", async () => {
    await withdrawClosure.do({ member: beth }, { caseId: made.caseId, version: await version() });
    await refused(decide(martin, "closed"), "not-proposed");
  });

  it("does not close a case that is no longer ready", async () => {
    await raiseAction.do({ member: priya }, { caseId: made.caseId, ownerAgencyId: await agencyCoded("fen-homes"), what: "Look at the lock" });
    await refused(decide(martin, "closed"), "open-actions");
  });

  it("is kept by the database: not changed, not removed, and not approved by its maker", async () => {
    const own = `UPDATE "ClosureProposal" SET decision = 'closed', "decidedById" = "proposedById", "decidedAt" = app_now(), "decisionReason" = 'Mine' WHERE "caseId" = $1`;
    await expect(asOwner(own, [made.caseId])).rejects.toThrow(/second_person/);
    await expect(asOwner(`UPDATE "ClosureProposal" SET reason = 'Other words' WHERE "caseId" = $1`, [made.caseId])).rejects.toThrow(/stays as it was/);
    await expect(asOwner(`DELETE FROM "ClosureProposal" WHERE "caseId" = $1`, [made.caseId])).rejects.toThrow();
    await expect(asOwner(`UPDATE "VictimView" SET words = 'Other words' WHERE "caseId" = $1`, [made.caseId])).rejects.toThrow();
    await expect(asAppRole(`DELETE FROM "VictimView"`)).rejects.toThrow(/permission denied/);
  });
});

describe("opening again", () => {
  beforeEach(async () => {
    await open("amber");
    await assessedForClosing();
    await says("agrees");
    await close();
  });
  const reopen = async (member = jo) => reopenCase.do({ member }, { caseId: made.caseId, version: await version(), reason: "It began again last night." });

  it("is the lead's for 28 days: the same case, with its history, its colour and its clocks", async () => {
    await setClock("2026-12-16T23:59:00Z");
    await expect(reopen(priya)).rejects.toThrow(Forbidden);
    await reopen();
    const row = await caseRow(made.caseId);
    expect(row).toMatchObject({ status: "open", closedAt: null, outcome: null, rag: "green" });
    expect(row.nextContactAt).not.toBeNull();
    expect(row.nextReviewAt).not.toBeNull();
    await expect(reopen()).rejects.toThrow(Forbidden);
  });

  it("is refused later, with what to do instead", async () => {
    await setClock("2026-12-17T00:00:00Z");
    await refused(reopen(), "closed-too-long");
  });

  it("comes of itself with another report within 28 days, by whoever works it", async () => {
    await setClock("2026-12-08T09:00:00Z");
    const taken = await take(priya, aReport({ placeId: (await addressIn("FEN", 5)).id, happenedFrom: "2026-12-07T21:00:00Z", outcome: { kind: "join_case", caseId: made.caseId } }));
    expect(taken).toMatchObject({ outcome: "join_case" });
    expect(await caseRow(made.caseId)).toMatchObject({ status: "open", closedAt: null });
    const [line] = await asOwner<{ body: string }>(`SELECT body FROM "Entry" WHERE "caseId" = $1 AND body LIKE 'Opened again%'`, [made.caseId]);
    expect(line!.body).toMatch(/^Opened again: another report came, R-FEN-2026-\d+\.$/);
  });

  it("is a new case that goes on from it, later; each says so to who may read it", async () => {
    await setClock("2027-01-17T09:00:00Z");
    const placeId = (await addressIn("FEN", 6)).id;
    const join = { placeId, happenedFrom: "2027-01-16T21:00:00Z" };
    await expect(take(jo, aReport({ ...join, outcome: { kind: "join_case", caseId: made.caseId } }))).rejects.toMatchObject({ reason: "case-closed" });
    await expect(take(leila, aReport({ ...join, outcome: { kind: "new_case", continuesCaseId: made.caseId } }))).rejects.toThrow();
    const taken = await take(jo, aReport({ ...join, outcome: { kind: "new_case", continuesCaseId: made.caseId } }));
    const begun = taken.asbCase!.caseId;
    const logs = await asOwner<{ caseId: string; body: string }>(`SELECT "caseId", body FROM "Entry" WHERE "caseId" IN ($1, $2) AND (body LIKE 'Goes on from%' OR body LIKE 'It began again%') ORDER BY seq`, [begun, made.caseId]);
    expect(logs).toEqual([{ caseId: begun, body: `Goes on from ${made.reference}, which was closed.` }, { caseId: made.caseId, body: `It began again, and goes on in ${taken.asbCase!.reference}.` }]);
    expect((await getClosing.ask({ member: jo }, { caseId: begun })).view.header.continues).toEqual({ caseId: made.caseId, reference: made.reference });
    await expect(take(jo, aReport({ ...join, whatHappened: "Another night.", outcome: { kind: "new_case", continuesCaseId: begun } }))).rejects.toMatchObject({ rule: "still-open" });
  });

  it("asks each victim again before it closes a second time", async () => {
    await setClock("2026-11-20T09:00:00Z");
    await reopen();
    await assessedForClosing();
    await refused(close(), "view-missing");
  });
});
