import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeEntry } from "@/lib/cases/log/commands";
import { listDutyCalls } from "@/lib/cases/duty/commands";
import { getBadges } from "@/lib/notices/badges/queries";
import { getMyDay } from "@/lib/notices/my-day/queries";
import type { DueItem } from "@/lib/notices/my-day/schema";
import { inContext, recordStatements } from "@/lib/platform/db";
import { keepDraft } from "@/lib/platform/drafts/commands";
import { declineAction } from "@/lib/shared-actions/answering/commands";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

const member: Record<string, string> = {};
const door = (name: string) => ({ member: member[name]! });
let police = "";

beforeAll(async () => {
  await loadTestCounty();
  for (const name of ["Jo Ellwood", "Martin Crake", "Priya Shah", "Tom Barrett", "Dan Okafor", "Sgt Ruth Hale", "Amina Yusuf", "Grace Obi", "Callum Reid", "Rosa Mill", "Leila Haddad", "Nadia Kern"]) member[name] = await memberNamed(name);
  police = await agencyCoded("police-fenland");
});
// A Wednesday morning.
beforeEach(() => setClock("2026-11-18T09:12:00Z"));
afterEach(async () => {
  await asOwner(`UPDATE "Case" SET status = 'closed', "closedAt" = app_now(), outcome = 'stopped' WHERE status <> 'closed' AND EXISTS (SELECT FROM "Assessment" a WHERE a."caseId" = "Case".id)`);
  await asOwner(`DELETE FROM "CaseLook"`);
  await asOwner(`DELETE FROM "Draft"`);
  await resetClock();
});

const at = (time: string) => new Date(time);
const ask = async (name: string, view?: string) => (await getMyDay.ask(door(name), view ? { view } : {})).view;
const mineOf = (items: DueItem[]) => items.map((item) => `${item.kind} ${item.due.words}`);

describe("my day", () => {
  it("is one list by the clock: calls, contacts, actions, reviews, what is unassessed", async () => {
    const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "red", nextContactAt: at("2026-11-18T10:00:00Z"), nextReviewAt: at("2026-11-20T17:00:00Z"), sharedWith: ["police-fenland", "fenland-dc"] });
    await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", nextContactAt: at("2026-11-17T10:00:00Z") });
    await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "green", nextContactAt: at("2026-12-17T10:00:00Z") });
    await raiseAction.do(door("Dan Okafor"), { caseId, ownerAgencyId: await agencyCoded("fen-homes"), what: "Fit a door lock", dueOn: "2026-11-19" });
    await inContext(door("Priya Shah"), ({ tx, now }) => listDutyCalls({ tx, now }, caseId, [police], "Red case"));
    const day = await ask("Priya Shah");
    expect(mineOf(day.items)).toEqual(["contact 23 h 12 min late", "contact in 48 min", "call in 4 h", "action tomorrow", "review Fri 20 Nov"]);
    expect(day.items[1]).toMatchObject({ kind: "contact", name: "Karen Kettle", rag: "red" });
    expect(day.items[2]).toMatchObject({ kind: "call", calls: expect.arrayContaining([expect.objectContaining({ agency: "Police Fenland", phone: expect.any(String) })]) });
    expect(day.dayWords).toBe("Wednesday 18 November");
  });

  it("puts the wishes before the number, and the last promise beside it", async () => {
    const { caseId, victimId, victimInvolvementId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", nextContactAt: at("2026-11-18T10:00:00Z") });
    await inContext(door("Priya Shah"), async (doing) => {
      await doing.tx.contactPoint.create({ data: { personId: victimId, caseId, method: "phone", number: "01632 960555", doNot: "Do not ring after 15:00", recordedById: member["Priya Shah"]! } });
      const entryId = await writeEntry(doing, { caseId, kind: "contact", body: "She slept." });
      await doing.tx.contact.createMany({ data: [{ entryId, caseId, involvementId: victimInvolvementId, type: "phone_out", withRole: "victim", promise: "Lock fitted by Friday" }] });
    });
    const [first] = (await ask("Priya Shah")).items;
    expect(first).toMatchObject({ kind: "contact", wishes: ["Do not ring after 15:00", "No voicemail"], phones: ["01632 960555"], promised: "Lock fitted by Friday" });
  });

  it("shows the agency's beside one's own, and leaves others' out", async () => {
    await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", nextContactAt: at("2026-11-18T12:00:00Z"), sharedWith: ["police-fenland"] });
    expect((await ask("Tom Barrett")).items).toEqual([]);
    const agencys = await ask("Tom Barrett", "agency");
    expect(agencys.items).toHaveLength(1);
    expect(agencys.counts).toMatchObject({ mine: 0, agency: 1 });
    // The police work the case too, but the contact is the landlord's to make.
    expect((await ask("Dan Okafor", "agency")).items).toEqual([]);
  });

  it("offers what was asked of the agency to those on the case and to its managers, and to all when nobody is", async () => {
    const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: "Patrol" });
    expect((await ask("Dan Okafor")).items).toHaveLength(1);
    await asOwner(`INSERT INTO "CaseMember" (id, "caseId", "memberId", "agencyId", "startsAt") VALUES (gen_random_uuid(), $1, $2, $3, '2026-11-18')`, [caseId, member["Sgt Ruth Hale"], police]);
    expect((await ask("Dan Okafor")).items).toEqual([]);
    expect((await ask("Dan Okafor", "agency")).items).toHaveLength(1);
    expect((await ask("Sgt Ruth Hale")).items).toHaveLength(1);
  });

  it("brings a refusal back to the asker with its clock running, late by the day", async () => {
    const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    const { actionId } = await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: "Patrol Horsefair", dueOn: "2026-11-20" });
    expect((await ask("Jo Ellwood", "waiting")).waiting.map((line) => line.statusWords)).toEqual(["Asked, not answered"]);
    await declineAction.do(door("Dan Okafor"), { actionId, version: 1, reason: "No resource" });
    await setClock("2026-11-23T09:00:00Z");
    const [item] = (await ask("Jo Ellwood")).items;
    expect(item).toMatchObject({ kind: "action", due: { words: "3 days late", tone: "late" }, line: { status: "declined", declineReason: "No resource", isOverdue: true, may: { askAgain: true, cancel: true, accept: false } } });
    expect((await ask("Dan Okafor")).items).toEqual([]);
  });

  it("names the unassessed by the hard stop of a first assessment", async () => {
    await setClock("2026-11-13T16:00:00Z"); // a Friday
    const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN" });
    await setClock("2026-11-18T09:12:00Z");
    const mine = (await ask("Priya Shah")).items.filter((item) => item.kind === "intake" && item.caseId === caseId);
    expect(mine).toMatchObject([{ due: { at: "2026-11-16T17:00:00.000Z", tone: "late" } }]);
    // It cannot be closed by the clean-up, for it was never assessed; it is nobody's own from here on.
    await asOwner(`UPDATE "Case" SET "namedOfficerId" = NULL WHERE id = $1`, [caseId]);
    await asOwner(`UPDATE "CaseMember" SET "endsAt" = '2026-11-18T09:12:00Z' WHERE "caseId" = $1`, [caseId]);
  });
});

describe("what is new", () => {
  it("is a red case not looked at since it turned, for those who may know of it", async () => {
    const { caseId, reference } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "red", sharedWith: ["police-fenland", { agency: "county-youth-justice", side: "perpetrator" }, { agency: "victim-service", side: "victim" }] });
    expect((await ask("Dan Okafor")).newRed.map((one) => one.reference)).toEqual([reference]);
    expect((await ask("Grace Obi")).newRed.map((one) => one.reference)).toEqual([reference]);
    expect((await ask("Amina Yusuf")).newRed).toEqual([]);
    await asOwner(`INSERT INTO "CaseLook" ("memberId", "caseId", "lookedAt") VALUES ($1, $2, '2026-11-18T09:20:00Z')`, [member["Dan Okafor"], caseId]);
    expect((await ask("Dan Okafor")).newRed).toEqual([]);
  });

  it("is counted by the predicate: one's own and what is sealed from one are not news", async () => {
    const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    for (const who of ["Dan Okafor", "Jo Ellwood"]) await asOwner(`INSERT INTO "CaseLook" ("memberId", "caseId", "lookedAt") VALUES ($1, $2, '2026-11-18T09:13:00Z')`, [member[who], caseId]);
    await setClock("2026-11-18T10:00:00Z");
    const fenland = await agencyCoded("fenland-dc");
    await inContext(door("Jo Ellwood"), async (doing) => {
      await writeEntry(doing, { caseId, kind: "note", body: "Quiet all week." });
      await writeEntry(doing, { caseId, kind: "contact", body: "He is calmer." });
      await writeEntry(doing, { caseId, kind: "note", body: "Sealed.", audience: [fenland] });
    });
    expect((await ask("Dan Okafor")).changed).toMatchObject([{ entries: 2, words: "1 contact and 1 note", lastLine: "He is calmer.", lastBy: "Fenland DC" }]);
    expect((await ask("Jo Ellwood")).changed).toEqual([]);
    expect((await ask("Martin Crake")).changed).toEqual([]);
  });
});

it("shows a call taker their own reports of a day and their drafts, and no case", async () => {
  await keepDraft.do(door("Callum Reid"), { kind: "report", subject: "", data: { what: "Shouting" } });
  const [place] = await asOwner<{ id: string; areaId: string }>(`SELECT id, "areaId" FROM "Place" ORDER BY uprn LIMIT 1`);
  const take = (reference: string, receivedAt: string) => asOwner(
    `INSERT INTO "Report" (id, reference, "agencyId", "takenById", "receivedAt", channel, "areaId", "placeId", "whatHappened", "happenedFrom", heading, qualifier, "originalHeading", "originalQualifier")
     SELECT gen_random_uuid(), $1, "agencyId", id, $2, 'phone', $3, $4, 'Noise', $2, 'noise', 'nuisance', 'noise', 'nuisance' FROM "Member" WHERE id = $5`,
    [reference, receivedAt, place!.areaId, place!.id, member["Callum Reid"]]);
  await take("R-1", "2026-11-18T08:00:00Z");
  await take("R-2", "2026-11-16T08:00:00Z");
  const day = await ask("Callum Reid");
  expect(day).toMatchObject({ readsCases: false, items: [], newRed: [], changed: [], counts: { mine: 0, agency: 0, drafts: 1 } });
  expect(day.ownReports.map((report) => report.reference)).toEqual(["R-1"]);
  expect(day.drafts).toMatchObject([{ words: "New report, not sent", href: "/reports/new" }]);
});

it("is empty for a stranger, and not for roles without casework", async () => {
  const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "red", nextContactAt: at("2026-11-18T10:00:00Z"), sharedWith: ["police-fenland"] });
  await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: "Patrol" });
  for (const who of ["Rosa Mill", "Leila Haddad"]) {
    for (const view of ["mine", "agency", "waiting"]) expect(await ask(who, view)).toMatchObject({ items: [], waiting: [], newRed: [], changed: [] });
    expect((await getBadges.ask(door(who), {})).view).toEqual({ myDay: 0, reports: 0, actions: 0, notices: 0 });
  }
  await expect(ask("Nadia Kern")).rejects.toMatchObject({ reason: "no-casework" });
});

it("asks the database as often for many cases as for few, and its badge counts what it lists", async () => {
  const add = async () => {
    const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "red", nextContactAt: at("2026-11-18T10:00:00Z"), nextReviewAt: at("2026-11-20T17:00:00Z"), sharedWith: ["police-fenland", "fenland-dc"] });
    await raiseAction.do(door("Dan Okafor"), { caseId, ownerAgencyId: await agencyCoded("fen-homes"), what: "Fit a door lock" });
    await raiseAction.do(door("Priya Shah"), { caseId, ownerAgencyId: police, what: "Patrol" });
    await inContext(door("Priya Shah"), ({ tx, now }) => listDutyCalls({ tx, now }, caseId, [police], "Red case"));
    await asOwner(`INSERT INTO "CaseLook" ("memberId", "caseId", "lookedAt") VALUES ($1, $2, '2026-11-17T09:20:00Z')`, [member["Priya Shah"], caseId]);
    await inContext(door("Dan Okafor"), (doing) => writeEntry(doing, { caseId, kind: "note", body: "Seen." }));
  };
  await add();
  const few = await recordStatements(() => ask("Priya Shah"));
  for (let more = 0; more < 6; more += 1) await add();
  const many = await recordStatements(() => ask("Priya Shah"));
  expect(many.statements.length).toBe(few.statements.length);
  expect(many.statements.length).toBeLessThanOrEqual(70);
  expect(many.statements.filter((statement) => /^BEGIN/i.test(statement)).length).toBeLessThanOrEqual(1);
  expect(many.result.items).toHaveLength(28);
  expect((await getBadges.ask(door("Priya Shah"), {})).view.myDay).toBe(many.result.counts.mine);
});
