import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adviseOnly, linkToCase, openCaseFromReport, sameEvent } from "../../../lib/assessments/intake/triage/commands";
import { recordStatements } from "../../../lib/platform/db";
import { getInbox } from "../../../lib/reports/inbox/queries";
import { getReport } from "../../../lib/reports/page/queries";
import { asOwner, setClock } from "../../support/database";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { assess, exampleNamed, examples } from "../../support/factories-assessments";
import { addressIn, answers, aReport, take } from "../../support/factories-reports";

let priya: string, jo: string, dan: string, callum: string, marek: string, grace: string, leila: string, owen: string;
const redExample = examples.find(({ template, rag, borderline, triggers }) => template === "VRA" && rag === "red" && !borderline && triggers.length === 0)!.name;
let place: { id: string };
let used = 0;

beforeAll(async () => {
  await loadTestCounty();
  const names = ["Priya Shah", "Jo Ellwood", "Dan Okafor", "Callum Reid", "Marek Nowak", "Grace Obi", "Leila Haddad", "Owen Price"];
  [priya, jo, dan, callum, marek, grace, leila, owen] = await Promise.all(names.map(memberNamed)) as [string, string, string, string, string, string, string, string];
});

beforeEach(async () => {
  await setClock("2026-11-18T09:12:00Z");
  place = await addressIn("FEN", 80 + used++);
});

const taken = (member: string, more: Parameters<typeof aReport>[0] = {}) => take(member, aReport({ placeId: place.id, happenedFrom: "2026-11-17T23:00:00Z", confirmedNew: true, ...more }));
const inbox = async (member: string) => (await getInbox.ask({ member }, {})).view;
const page = async (member: string, reportId: string) => (await getReport.ask({ member }, { reportId })).view;
const stands = async (reportId: string) => (await asOwner<{ status: string; caseId: string | null; sameEventAsId: string | null; version: number }>(`SELECT status, "caseId", "sameEventAsId", version FROM "Report" WHERE id = $1`, [reportId]))[0]!;
const assessed = (more: object = {}) => ({ outcome: { kind: "new_case" as const }, assessment: { source: "phone" as const, answers: answers({ I1: "little" }), factors: [], confirmedTriggers: [], ...more } });

describe("who sees which reports", () => {
  it("puts what waits before the coordinator, the clock that runs out first on top", async () => {
    const green = await taken(priya);
    const danger = await taken(callum, { channel: "phone_101", safeNow: "danger_999_rung" });
    const amber = await taken(dan, { channel: "visit", screeningAnswers: { V2: "unsure" } });
    const here = [green, danger, amber].map(({ reportId }) => reportId);
    const waiting = (await inbox(jo)).waiting!.filter(({ reportId }) => here.includes(reportId));
    expect(waiting.map(({ reportId, urgency, due }) => [reportId, urgency, due.words])).toEqual([
      [danger.reportId, "red", "tomorrow 09:12"], [amber.reportId, "amber", "tomorrow 17:00"], [green.reportId, "green", "Fri 20 Nov"],
    ]);
  });

  it("shows an agency its own, a call taker their own of a day, and others nothing", async () => {
    const one = await taken(callum, { channel: "phone_101" });
    const two = await taken(priya);
    expect((await inbox(priya)).recent.map(({ reportId }) => reportId)).toContain(two.reportId);
    expect((await inbox(priya)).recent.map(({ reportId }) => reportId)).not.toContain(one.reportId);
    expect((await inbox(callum)).recent.map(({ reportId }) => reportId)).toContain(one.reportId);
    expect(await inbox(marek)).toMatchObject({ waiting: null, recent: [] });
    expect((await inbox(leila)).waiting).toEqual([]);
    await expect(inbox(owen)).rejects.toMatchObject({ reason: "takes-no-reports" });
    await setClock("2026-11-19T09:13:00Z");
    expect((await inbox(callum)).recent).toEqual([]);
    await expect(page(callum, one.reportId)).rejects.toThrow("We could not find that.");
  });

  it("shows a report as it was received, with its people and safe contact, to those who may read it", async () => {
    const { reportId } = await taken(priya, { nsirHeading: "nuisance_neighbours", originalHeading: "noise" });
    expect(await page(jo, reportId)).toMatchObject({
      whatHappened: expect.stringContaining("Music through the wall"), headingLabel: "Rowdy or nuisance neighbours", originalWords: "Noise, personal", may: { sort: true, lead: true },
      safeContacts: [{ name: "Karen Kettle", number: "07700 900142", safeWhen: "After 16:00", leaveMessage: false }], screening: expect.arrayContaining([{ about: "How often", answer: "Most weeks" }]),
      people: [{ name: "Karen Kettle", ageWords: "47" }, { name: "Man at no. 14, known by sight" }],
    });
    for (const other of [marek, grace, leila]) await expect(page(other, reportId)).rejects.toThrow("We could not find that.");
  });

  it("keeps one side's people from the other on a case", async () => {
    const { reportId } = await taken(priya, { ...assessed(), shareWith: [await agencyCoded("victim-service")] });
    expect((await page(grace, reportId)).people.map(({ name }) => name)).toEqual(["Karen Kettle"]);
    expect((await page(priya, reportId)).people).toHaveLength(2);
  });

  it("asks no question a row", async () => {
    await taken(priya);
    const few = (await recordStatements(() => inbox(jo))).statements.length;
    for (const words of ["One.", "Two.", "Three."]) await taken(priya, { whatHappened: words });
    expect((await recordStatements(() => inbox(jo))).statements.length).toBe(few);
  });
});

describe("deciding where a report goes", () => {
  it("begins a case that stays in intake, keeping the first classification", async () => {
    const report = await taken(callum, { channel: "phone_101", screeningAnswers: { V2: "unsure" } });
    const { asbCase } = await openCaseFromReport.do({ member: jo }, { reportId: report.reportId, version: 1, nsirHeading: "nuisance_neighbours" });
    expect(await stands(report.reportId)).toMatchObject({ status: "new_case", caseId: asbCase!.caseId });
    const [row] = await asOwner(`SELECT c.status, c."hateQueryOpen", c.heading, c."originalHeading", r.heading AS now, r."originalHeading" AS first FROM "Case" c JOIN "Report" r ON r."caseId" = c.id WHERE c.id = $1`, [asbCase!.caseId]);
    expect(row).toEqual({ status: "intake", hateQueryOpen: true, heading: "nuisance_neighbours", originalHeading: "noise", now: "nuisance_neighbours", first: "noise" });
    expect((await page(callum, report.reportId)).went).toMatchObject({ reference: asbCase!.reference, leadName: "Fenland DC", caseId: null });
  });

  it("starts the clock for the first contact by what was screened, and shortens it when the case comes out worse", async () => {
    const report = await taken(callum, { channel: "phone_101", screeningAnswers: { V2: "unsure" } });
    const { asbCase } = await openCaseFromReport.do({ member: jo }, { reportId: report.reportId, version: 1 });
    const contactDue = async () => (await asOwner<{ at: Date }>(`SELECT "nextContactAt" AS at FROM "Case" WHERE id = $1`, [asbCase!.caseId]))[0]!.at.toISOString();
    expect(await contactDue()).toBe("2026-11-20T17:00:00.000Z");
    const [victim] = await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'victim'`, [asbCase!.caseId]);
    await assess(jo, { caseId: asbCase!.caseId, involvementId: victim!.id, answers: exampleNamed(redExample) });
    expect((await contactDue()).slice(0, 16)).toBe("2026-11-19T09:12");
  });

  it("puts a report on a case, its people with it and nobody twice", async () => {
    const first = await taken(priya, { ...assessed(), shareWith: [await agencyCoded("fenland-dc")] });
    const [person] = await asOwner<{ personId: string }>(`SELECT "personId" FROM "Involvement" WHERE "reportId" = $1 AND role = 'victim'`, [first.reportId]);
    const again = await taken(priya, { affected: [{ personId: person!.personId }, { person: { kind: "individual", givenName: "Ada", familyName: "Kettle" } }] });
    await linkToCase.do({ member: jo }, { reportId: again.reportId, version: 1, caseId: first.asbCase!.caseId });
    const people = await asOwner(`SELECT i.label, p."fullName" FROM "Involvement" i JOIN "Person" p ON p.id = i."personId" WHERE i."caseId" = $1 AND i.role = 'victim' ORDER BY label`, [first.asbCase!.caseId]);
    expect(people).toEqual([{ label: "Victim A", fullName: "Karen Kettle" }, { label: "Victim B", fullName: "Ada Kettle" }]);
    expect(await asOwner(`SELECT count(*)::int AS n FROM "Entry" WHERE "caseId" = $1 AND kind = 'report_linked'`, [first.asbCase!.caseId])).toEqual([{ n: 2 }]);
  });

  it("ends in advice, and may still join a case when more is learned", async () => {
    const report = await taken(priya);
    await adviseOnly.do({ member: priya }, { reportId: report.reportId, version: 1, adviceGiven: "Keep a diary." });
    expect(await stands(report.reportId)).toMatchObject({ status: "advice_only", version: 2 });
    const { asbCase } = await taken(priya, { ...assessed(), whatHappened: "And again." });
    await linkToCase.do({ member: priya }, { reportId: report.reportId, version: 2, caseId: asbCase!.caseId });
    expect(await stands(report.reportId)).toMatchObject({ status: "linked", caseId: asbCase!.caseId });
  });

  it("refuses what is decided already, decided by another meanwhile, or not theirs to decide", async () => {
    const report = await taken(priya);
    await adviseOnly.do({ member: jo }, { reportId: report.reportId, version: 1, adviceGiven: "Ring us." });
    await expect(openCaseFromReport.do({ member: priya }, { reportId: report.reportId, version: 1 })).rejects.toMatchObject({ message: expect.stringContaining("Someone else changed this"), current: { version: 2 } });
    await openCaseFromReport.do({ member: jo }, { reportId: report.reportId, version: 2 });
    await expect(adviseOnly.do({ member: jo }, { reportId: report.reportId, version: 3, adviceGiven: "Again" })).rejects.toMatchObject({ rule: "already-settled" });
    const calls = await taken(callum, { channel: "phone_101" });
    await expect(adviseOnly.do({ member: callum }, { reportId: calls.reportId, version: 1, adviceGiven: "x" })).rejects.toMatchObject({ reason: "reads-no-cases" });
    await expect(adviseOnly.do({ member: dan }, { reportId: calls.reportId, version: 1, adviceGiven: "x" })).rejects.toThrow("We could not find that.");
  });

  it("lets one of two decide", async () => {
    const report = await taken(priya);
    const both = await Promise.allSettled([openCaseFromReport.do({ member: jo }, { reportId: report.reportId, version: 1 }), adviseOnly.do({ member: priya }, { reportId: report.reportId, version: 1, adviceGiven: "Keep a diary." })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await asOwner(`SELECT count(*)::int AS n FROM "Case" WHERE "placeId" = $1`, [place.id])).toEqual([{ n: both[0]!.status === "fulfilled" ? 1 : 0 }]);
  });
});

describe("three tell of one event", () => {
  it("makes three reports, one event and one case, and counts the complaint once (scenario 12)", async () => {
    await setClock("2026-06-04T20:05:00Z");
    const telling = (member: string, whatHappened: string, channel: "phone_101" | "phone_council" | "phone_landlord") => taken(member, {
      whatHappened, channel, happenedFrom: "2026-06-04T19:30:00Z", affected: [{ person: { kind: "individual", givenName: "Piotr", familyName: "Lis", bornOn: "1970-01-01" } }],
    });
    const police = await telling(callum, "They threw a bottle at his window.", "phone_101");
    const council = await telling(jo, "A bottle against the window.", "phone_council");
    await setClock("2026-06-05T08:40:00Z");
    const landlord = await telling(priya, "Window cracked last night by a bottle.", "phone_landlord");
    const waiting = (await inbox(jo)).waiting!;
    expect(waiting.find(({ reportId }) => reportId === landlord.reportId)!.sameEvents.map(({ reportId }) => reportId).sort()).toEqual([police.reportId, council.reportId].sort());
    expect(waiting.find(({ reportId }) => reportId === police.reportId)!.sameEvents).toEqual([]);

    await sameEvent.do({ member: jo }, { reportId: council.reportId, version: 1, sameAsId: police.reportId });
    await sameEvent.do({ member: jo }, { reportId: landlord.reportId, version: 1, sameAsId: council.reportId });
    expect([await stands(council.reportId), await stands(landlord.reportId)].map(({ sameEventAsId }) => sameEventAsId)).toEqual([police.reportId, police.reportId]);
    const { asbCase } = await openCaseFromReport.do({ member: jo }, { reportId: police.reportId, version: 1 });
    const reports = await asOwner(`SELECT status, "sameEventAsId" IS NULL AS root FROM "Report" WHERE "caseId" = $1 ORDER BY "receivedAt"`, [asbCase!.caseId]);
    expect(reports).toEqual([{ status: "new_case", root: true }, { status: "same_event", root: false }, { status: "same_event", root: false }]);
    const [counted] = await asOwner<{ events: number }>(`SELECT count(DISTINCT coalesce("sameEventAsId", id))::int AS events FROM "Report" WHERE "caseId" = $1`, [asbCase!.caseId]);
    expect(counted!.events).toBe(1);
    expect((await page(jo, police.reportId)).sameEvents).toHaveLength(2);
  });

  it("follows a report onto its case, and is refused where that case is out of reach", async () => {
    const first = await taken(dan, { ...assessed(), channel: "visit" });
    const second = await taken(priya);
    await expect(sameEvent.do({ member: priya }, { reportId: second.reportId, version: 1, sameAsId: first.reportId })).rejects.toThrow("We could not find that.");
    const third = await taken(dan, { channel: "visit", whatHappened: "The same, rung in again." });
    const { asbCase } = await sameEvent.do({ member: dan }, { reportId: third.reportId, version: 1, sameAsId: first.reportId });
    expect(asbCase!.caseId).toBe(first.asbCase!.caseId);
    await expect(sameEvent.do({ member: priya }, { reportId: second.reportId, version: 1, sameAsId: second.reportId })).rejects.toMatchObject({ rule: "same-report" });
  });
});
