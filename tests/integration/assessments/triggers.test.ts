import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asOwner, resetClock, setClock } from "../../support/database";
import { loadTestCounty, memberNamed } from "../../support/county";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { assess, caseRow, exampleNamed } from "../../support/factories-assessments";
import { endTrigger, recordTrigger } from "../../../lib/assessments/triggers/commands";
import { taskList } from "../../../lib/tasks";
import { endJudgement, lowerRag, raiseRag } from "../../../lib/assessments/override/commands";

let priya: string, tom: string, ruth: string, dan: string, amina: string, grace: string;
let made: MadeCase;
const settle = taskList["settle-risk"]!;

beforeAll(async () => {
  await loadTestCounty();
  [priya, tom, ruth, dan, amina, grace] = await Promise.all(["Priya Shah", "Tom Barrett", "Sgt Ruth Hale", "Dan Okafor", "Amina Yusuf", "Grace Obi"].map(memberNamed)) as [string, string, string, string, string, string];
});
afterEach(resetClock);

const record = (member: string, key = "T1", more: object = {}) => recordTrigger.do({ member }, { caseId: made.caseId, key, note: "Took tablets last night.", ...more });
const version = async () => (await caseRow(made.caseId)).version;
const live = () => asOwner<{ id: string; key: string; version: number; startedAt: Date }>(`SELECT * FROM "LiveTrigger" WHERE "caseId" = $1 AND "endedAt" IS NULL ORDER BY key`, [made.caseId]);
const end = async (member: string, more: object = {}) => {
  const [row] = await live();
  return endTrigger.do({ member }, { caseId: made.caseId, triggerId: row!.id, version: row!.version, reason: "Safe and supported since.", ...more });
};
const reassess = (member = priya, name = "first time, nobody in particular") => assess(member, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed(name) });

async function caseStudyOne() {
  await setClock("2026-03-28T09:05:00Z");
  made = await makeCase({ by: priya, area: "FEN", sharedWith: ["police-fenland", "fenland-dc", "mental-health-trust", { agency: "county-youth-justice", side: "perpetrator" }, { agency: "victim-service", side: "victim" }] });
  await assess(priya, {
    caseId: made.caseId, involvementId: made.victimInvolvementId, purpose: "initial", answers: exampleNamed("Case study one, first report"),
    judgement: { rag: "amber", reason: "She has her sister with her this week." },
  });
}

describe("the first case study, prevented", () => {
  beforeEach(caseStudyOne);

  it("is amber at the first call, with the judgement on record", async () => {
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "amber", status: "open" });
    const [entry] = await asOwner<{ body: string; side: string }>(`SELECT body, side FROM "Entry" WHERE "caseId" = $1 AND kind = 'risk'`, [made.caseId]);
    expect(entry).toEqual({ side: "victim", body: "Victim risk assessment completed: Amber 24.\nJudged amber: She has her sister with her this week." });
  });

  it("is red in the same save when any agency hears of the tablets, and says why and whom to ring", async () => {
    await setClock("2026-03-30T15:40:00Z");
    const outcome = await record(dan, "T1", { involvementId: made.victimInvolvementId });
    expect(outcome).toMatchObject({ from: "amber", rag: "red", reason: "Suicide or self-harm recorded by Police Fenland, Mon 30 Mar 16:40" });
    expect(outcome.started[0]).toContain("Mental health and adult social care are asked to act today");
    expect(outcome.calls.map(({ agencyName, isOnCase, isOutOfHours, dueAt }) => ({ agencyName, isOnCase, isOutOfHours, dueAt: dueAt.slice(0, 16) }))).toEqual([
      { agencyName: "Fenland District Council", isOnCase: true, isOutOfHours: false, dueAt: "2026-03-30T19:40" },
      { agencyName: "Mental health trust", isOnCase: true, isOutOfHours: false, dueAt: "2026-03-30T19:40" },
      { agencyName: "County adult social care", isOnCase: false, isOutOfHours: false, dueAt: "2026-03-30T19:40" },
    ]);
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", nextReviewAt: new Date("2026-04-13T16:00:00Z") });
    expect(await asOwner(`SELECT rag, cause FROM "RagChange" WHERE "caseId" = $1 ORDER BY seq`, [made.caseId])).toEqual([{ rag: "amber", cause: "victim" }, { rag: "red", cause: "trigger" }]);
  });

  it("lists the people on duty when it is Friday at 18:00", async () => {
    await asOwner(`UPDATE "Agency" SET "outOfHoursName" = 'Crisis line', "outOfHoursPhone" = '01632 960 111' WHERE code = 'mental-health-trust'`);
    await asOwner(`UPDATE "Agency" SET "outOfHoursName" = 'Emergency duty team', "outOfHoursPhone" = '01632 960 222' WHERE code = 'county-adults'`);
    await asOwner(`UPDATE "Agency" SET "outOfHoursName" = 'Duty officer', "outOfHoursPhone" = '01632 960 333' WHERE code = 'fenland-dc'`);
    await setClock("2026-04-03T17:00:00Z");
    const { calls } = await record(dan);
    expect(calls.map(({ name, phone, isOutOfHours }) => ({ name, phone, isOutOfHours }))).toEqual([
      { name: "Duty officer", phone: "01632 960 333", isOutOfHours: true },
      { name: "Crisis line", phone: "01632 960 111", isOutOfHours: true },
      { name: "Emergency duty team", phone: "01632 960 222", isOutOfHours: true },
    ]);
    expect(await asOwner(`SELECT phone FROM "DutyCall" WHERE "caseId" = $1 AND "doneAt" IS NULL ORDER BY phone`, [made.caseId])).toEqual([{ phone: "01632 960 111" }, { phone: "01632 960 222" }, { phone: "01632 960 333" }]);
  });

  it("keeps what was said where the perpetrator's side cannot read it", async () => {
    await record(grace);
    const entries = await asOwner(`SELECT side FROM "Entry" WHERE "caseId" = $1 AND body LIKE 'Took tablets%'`, [made.caseId]);
    expect(entries).toEqual([{ side: "victim" }]);
    expect(await asOwner(`SELECT DISTINCT side FROM "Entry" WHERE "caseId" = $1 AND kind IN ('risk', 'rag')`, [made.caseId])).toEqual([{ side: "victim" }]);
  });

  it("begins its days again when it happens again, and asks again for the same-day steps", async () => {
    await record(dan, "T1", { involvementId: made.victimInvolvementId });
    const [first] = await live();
    await setClock("2026-04-08T12:00:00Z");
    await record(priya, "T1", { involvementId: made.victimInvolvementId });
    const rows = await live();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.startedAt.getTime()).toBeGreaterThan(first!.startedAt.getTime());
  });

  it("holds the colour however low the next score is", async () => {
    await record(dan);
    await setClock("2026-04-05T10:00:00Z");
    await reassess();
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red" });
  });

  it("takes T4 as at least amber and T5 as red, and neither ends before the hate pathway", async () => {
    made = await makeCase({ by: priya, area: "FEN" });
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: { H1: "weekly", H2: "yes", V1: ["me"], V2: "yes" } });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "amber", isHate: true, ragReason: expect.stringContaining("Hate, and it has happened before") });
    expect((await live()).map(({ key }) => key)).toEqual(["T4"]);
    await expect(end(tom)).rejects.toMatchObject({ rule: "hate-pathway-open" });
    await record(priya, "T5");
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red" });
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId });
    const [hate] = await live();
    expect(await endTrigger.do({ member: tom }, { caseId: made.caseId, triggerId: hate!.id, version: 1, reason: "Charged; support in place.", isHatePathwayClosed: true })).toMatchObject({ rag: "red" });
  });

  it("lets nobody tick what counts itself, or what does not exist", async () => {
    for (const key of ["T4", "T6", "T9"]) await expect(record(dan, key)).rejects.toMatchObject({ rule: "no-such-trigger" });
  });
});

describe("from the perpetrator's side", () => {
  beforeEach(caseStudyOne);

  it("a threat raises the case in the same save, and shows nothing of the victim", async () => {
    await record(dan, "T1");
    const outcome = await record(amina, "T2", { note: "He said he would burn them out." });
    expect(outcome).toMatchObject({ from: null, rag: "red", reason: "Threat to life, weapon, arson threat or serious violence recorded", nextReviewAt: null });
    made = await makeCase({ by: priya, area: "FEN", sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }] });
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId });
    await record(amina, "T2", { note: "He said he would burn them out." });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", ragReason: expect.stringContaining("recorded by County youth justice") });
    await record(amina, "T2", { note: "Said it again." });
    expect(await live()).toHaveLength(1);
    await setClock("2026-03-29T10:00:00Z");
    await reassess();
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", ragReason: expect.stringContaining("Threat to life") });
  });

  it("nobody assesses, judges, ends, or sees a victim", async () => {
    const about = { caseId: made.caseId, involvementId: made.victimInvolvementId };
    await expect(assess(amina, about)).rejects.toMatchObject({ reason: "perpetrator-side" });
    await expect(record(amina, "T1", { involvementId: made.victimInvolvementId })).rejects.toMatchObject({ message: "We could not find that." });
    await expect(raiseRag.do({ member: amina }, { caseId: made.caseId, version: await version(), rag: "red", reason: "So I think." })).rejects.toMatchObject({ reason: "perpetrator-side" });
    await record(dan);
    await expect(end(amina)).rejects.toMatchObject({ message: "We could not find that." });
  });
});

describe("a downgrade", () => {
  beforeEach(async () => {
    await caseStudyOne();
    await record(dan, "T1", { involvementId: made.victimInvolvementId });
  });
  const lower = async (member: string, more: object = {}) => lowerRag.do({ member }, {
    caseId: made.caseId, version: await version(), rag: "green", reason: "Settled in her new flat.", expiresOn: "2026-05-01", ...more,
  });

  it("on day 12 is refused to the officer, to another agency's manager, and to the lead's own", async () => {
    await setClock("2026-04-09T09:00:00Z");
    await reassess();
    await expect(lower(priya)).rejects.toMatchObject({ reason: "not-manager-of-lead", words: expect.stringContaining("Only a manager of the lead agency") });
    await expect(lower(ruth)).rejects.toMatchObject({ reason: "not-manager-of-lead" });
    await expect(lower(tom)).rejects.toMatchObject({ rule: "trigger-live" });
    await expect(end(priya)).rejects.toMatchObject({ reason: "not-manager-of-lead" });
    await expect(end(ruth)).rejects.toMatchObject({ reason: "not-manager-of-lead" });
    await expect(end(tom)).rejects.toMatchObject({ rule: "too-soon", words: expect.stringContaining("it can be ended from 11 April 2026 at 10:05") });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red" });
  });

  it("on day 14 needs a new assessment first, and then a manager of the lead agency may", async () => {
    await setClock("2026-04-11T10:00:00Z");
    await expect(end(tom)).rejects.toMatchObject({ rule: "needs-assessment" });
    await reassess(priya, "Case study two, at the call");
    await expect(end(ruth)).rejects.toMatchObject({ reason: "not-manager-of-lead" });
    expect(await end(tom)).toMatchObject({ from: "red", rag: "red", reason: expect.stringContaining("Victim assessed at 33") });
    expect(await lower(tom)).toMatchObject({ from: "red", rag: "green", reason: expect.stringContaining("Lowered from red until 1 May 2026 by Fen Homes") });
    const history = await asOwner<{ rag: string }>(`SELECT rag FROM "RagChange" WHERE "caseId" = $1 ORDER BY seq`, [made.caseId]);
    expect(history.map(({ rag }) => rag)).toEqual(["amber", "red", "green"]);
    const kept = await asOwner<{ endedById: string; endReason: string }>(`SELECT "endedById", "endReason" FROM "LiveTrigger" WHERE "caseId" = $1`, [made.caseId]);
    expect(kept).toEqual([{ endedById: tom, endReason: "Safe and supported since." }]);
  });

  it("holds until its last day and no longer", async () => {
    await setClock("2026-04-11T10:00:00Z");
    await reassess(priya, "Case study two, at the call");
    await end(tom);
    await expect(lower(tom, { expiresOn: "2026-04-10" })).rejects.toMatchObject({ rule: "expiry-past" });
    await expect(lower(tom, { expiresOn: "2026-06-07" })).rejects.toMatchObject({ rule: "expiry-too-far" });
    await expect(lower(tom, { rag: "red" })).rejects.toMatchObject({ fields: [{ path: "rag" }] });
    await lower(tom, { rag: "amber", expiresOn: "2026-05-01" });
    const jobs = await asOwner<{ inHours: number }>(`SELECT round(extract(epoch FROM run_at - clock_timestamp()) / 3600)::int AS "inHours" FROM graphile_worker.jobs WHERE task_identifier = 'settle-risk'`);
    expect(jobs.length).toBeGreaterThanOrEqual(2);
    expect(jobs.at(-1)?.inHours).toBe(Math.round((Date.parse("2026-05-01T23:00:00Z") - Date.parse("2026-04-11T10:00:00Z")) / 3_600_000));
    await settle({ memberId: tom, caseId: made.caseId }, {} as never);
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "amber" });
    await setClock("2026-05-01T23:00:30Z");
    await settle({ memberId: priya, caseId: made.caseId }, {} as never);
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", ragReason: expect.stringContaining("Victim assessed at 33") });
    await settle({ memberId: await memberNamed("Marek Nowak"), caseId: made.caseId }, {} as never);
  });

  it("gives way to anything that is new", async () => {
    await setClock("2026-04-11T10:00:00Z");
    await reassess(priya, "Case study two, at the call");
    await end(tom);
    await lower(tom, { rag: "amber", expiresOn: "2026-05-01" });
    expect(await raiseRag.do({ member: dan }, { caseId: made.caseId, version: await version(), rag: "red", reason: "Seen again." })).toMatchObject({ from: "amber", rag: "red" });
  });

  it("is held by the database itself", async () => {
    await expect(asOwner(`UPDATE "LiveTrigger" SET "endedAt" = app_now(), "endedById" = $2, "endReason" = 'x' WHERE "caseId" = $1`, [made.caseId, tom])).rejects.toThrow("after 14 days");
    await expect(asOwner(`INSERT INTO "RagOverride" ("caseId", rag, direction, reason, "byId", "agencyId", "expiresOn") SELECT $1, 'green', 'down', 'x', m.id, m."agencyId", '2026-05-01' FROM "Member" m WHERE m.id = $2`, [made.caseId, ruth]))
      .rejects.toThrow("only a manager of the lead agency");
  });
});

describe("a judgement", () => {
  beforeEach(caseStudyOne);

  it("raises at once, is named as the reason, and ends only by the lead's manager after a new assessment", async () => {
    expect(await raiseRag.do({ member: grace }, { caseId: made.caseId, version: await version(), rag: "red", reason: "She stopped answering her sister." }))
      .toMatchObject({ from: "amber", rag: "red", reason: "Raised by judgement by Victim support service, Sat 28 Mar 09:05" });
    const [judgement] = await asOwner<{ id: string }>(`SELECT id FROM "RagOverride" WHERE "caseId" = $1`, [made.caseId]);
    const stop = (member: string) => endJudgement.do({ member }, { caseId: made.caseId, overrideId: judgement!.id, reason: "Spoken to, and well." });
    await expect(stop(dan)).rejects.toMatchObject({ reason: "not-manager-of-lead" });
    await expect(stop(tom)).rejects.toMatchObject({ rule: "needs-assessment" });
    await setClock("2026-03-29T09:05:00Z");
    await reassess();
    expect(await stop(tom)).toMatchObject({ from: "red", rag: "green" });
    await expect(stop(tom)).rejects.toMatchObject({ rule: "judgement-ended" });
  });

  it("is refused when it raises nothing, and meets a change it did not see", async () => {
    await expect(raiseRag.do({ member: dan }, { caseId: made.caseId, version: await version(), rag: "amber", reason: "x" })).rejects.toMatchObject({ rule: "not-raised" });
    await expect(raiseRag.do({ member: dan }, { caseId: made.caseId, version: (await version()) - 1, rag: "red", reason: "x" })).rejects.toMatchObject({ current: { rag: "amber" } });
  });

  it("loses nothing when two save at once: the worse of the two stands", async () => {
    await Promise.all([
      record(dan, "T1"),
      assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("first time, nobody in particular") }),
    ]);
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red" });
  });
});
