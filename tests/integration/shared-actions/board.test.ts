import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { recordStatements } from "@/lib/platform/db";
import { declineAction, completeAction, acceptAction } from "@/lib/shared-actions/answering/commands";
import { listActions } from "@/lib/shared-actions/board/queries";
import { getCasePlan, listAskable } from "@/lib/shared-actions/plan/queries";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

const member: Record<string, string> = {};
const door = (name: string) => ({ member: member[name]! });
let police = "";
let adults = "";
let youth = "";

beforeAll(async () => {
  await loadTestCounty();
  for (const name of ["Jo Ellwood", "Dan Okafor", "Sgt Ruth Hale", "Marek Nowak", "Amina Yusuf", "Insp Helen Marsh", "Rosa Mill", "Leila Haddad", "Nadia Kern"]) member[name] = await memberNamed(name);
  police = await agencyCoded("police-fenland");
  adults = await agencyCoded("county-adults");
  youth = await agencyCoded("county-youth-justice");
});
beforeEach(() => setClock("2026-11-18T10:00:00Z"));
afterEach(async () => {
  await asOwner(`DELETE FROM "SharedAction"`);
  await resetClock();
});

const shared = () => makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland", { agency: "county-adults", level: "summary" }, { agency: "county-youth-justice", side: "perpetrator" }] });
const board = async (name: string, view: string, after?: string) => (await listActions.ask(door(name), { view, ...(after ? { after } : {}) })).view;
const what = (view: { lines: { what: string }[] }) => view.lines.map((line) => line.what);
const raise = (caseId: string, words: string, more: object = {}) => raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: words, ...more });

it("puts each action into the lists it belongs to, by the clock", async () => {
  const { caseId } = await shared();
  const later = await raise(caseId, "Later", { dueOn: "2026-11-27" });
  const soon = await raise(caseId, "Soon", { dueOn: "2026-11-19" });
  const taken = await raise(caseId, "Taken", { dueOn: "2026-11-20" });
  const no = await raise(caseId, "No", { dueOn: "2026-11-18" });
  await acceptAction.do(door("Dan Okafor"), { actionId: taken.actionId, version: 1 });
  await declineAction.do(door("Dan Okafor"), { actionId: no.actionId, version: 1, reason: "No resource" });
  await setClock("2026-11-20T10:00:00Z");
  expect(what(await board("Dan Okafor", "offered"))).toEqual(["Soon", "Later"]);
  expect(what(await board("Dan Okafor", "mine"))).toEqual(["Taken"]);
  expect(what(await board("Sgt Ruth Hale", "mine"))).toEqual([]);
  expect(what(await board("Sgt Ruth Hale", "agency"))).toEqual(["Soon", "Taken", "Later"]);
  expect((await board("Dan Okafor", "overdue")).lines).toMatchObject([{ what: "Soon", isOverdue: true, due: { words: "1 day late", tone: "late" } }]);
  expect((await board("Dan Okafor", "offered")).counts).toEqual({ offered: 2, mine: 1, agency: 3, overdue: 1, asked: 0 });
  // The refusal is the asker's to settle, and late on their side.
  expect(what(await board("Jo Ellwood", "overdue"))).toEqual(["No"]);
  expect(what(await board("Jo Ellwood", "asked"))).toEqual(["No", "Soon", "Taken", "Later"]);
  await completeAction.do(door("Dan Okafor"), { actionId: soon.actionId, version: 1, outcome: "Seen to" });
  for (const who of ["Dan Okafor", "Jo Ellwood"]) expect((await board(who, "done")).lines).toMatchObject([{ what: "Soon", outcome: "Seen to", endedWords: "Fri 20 Nov" }]);
  expect((await board("Dan Okafor", "offered")).lines[0]?.actionId).toBe(later.actionId);
});

it("offers in each line what its commands allow", async () => {
  const { caseId } = await shared();
  await raise(caseId, "Patrol");
  const [owner] = (await board("Dan Okafor", "offered")).lines;
  expect(owner?.may).toEqual({ accept: true, decline: true, handOn: true, complete: true, cancel: false, askAgain: false });
  const [asker] = (await board("Jo Ellwood", "asked")).lines;
  expect(asker?.may).toEqual({ accept: false, decline: false, handOn: false, complete: false, cancel: true, askAgain: false });
});

it("goes on by the last line, with nothing twice and nothing left out", async () => {
  const { caseId } = await shared();
  for (let index = 0; index < 45; index += 1) await asOwner(
    `INSERT INTO "SharedAction" (id, "caseId", what, "askedById", "askedByAgencyId", "ownerAgencyId", "dueAt", side)
     SELECT gen_random_uuid(), $1, $2, m.id, m."agencyId", $3, '2026-11-20T17:00:00Z', 'victim' FROM "Member" m WHERE m.id = $4`,
    [caseId, `Action ${index}`, police, member["Jo Ellwood"]]);
  const first = await board("Dan Okafor", "offered");
  expect(first.lines).toHaveLength(40);
  const second = await board("Dan Okafor", "offered", first.next!);
  expect(second.next).toBeNull();
  expect(new Set([...what(first), ...what(second)]).size).toBe(45);
});

it("asks the database as often for forty lines as for one, in one transaction", async () => {
  const { caseId } = await shared();
  await raise(caseId, "One");
  const one = await recordStatements(() => board("Dan Okafor", "offered"));
  for (let index = 0; index < 12; index += 1) await raise((await shared()).caseId, `More ${index}`);
  const many = await recordStatements(() => board("Dan Okafor", "offered"));
  expect(many.result.lines).toHaveLength(13);
  expect(many.statements).toHaveLength(one.statements.length);
});

it("shows an agency at summary its own alone, and the perpetrator's side no victim's", async () => {
  const { caseId } = await shared();
  await raise(caseId, "For the police");
  await raise(caseId, "For social care", { ownerAgencyId: adults });
  await raise(caseId, "For youth justice", { ownerAgencyId: youth });
  const plan = async (name: string) => (await getCasePlan.ask(door(name), { caseId })).view;
  expect(what({ lines: (await plan("Jo Ellwood")).open }).sort()).toEqual(["For social care", "For the police", "For youth justice"]);
  expect(what({ lines: (await plan("Marek Nowak")).open })).toEqual(["For social care"]);
  const other = await plan("Amina Yusuf");
  expect(what({ lines: other.open })).toEqual(["For youth justice"]);
  expect(other.open[0]?.rag).toBeNull();
  expect(await plan("Marek Nowak")).toMatchObject({ mayRaise: false, askable: [], whyNotRaise: expect.stringContaining("summary") });
});

it("names who can be asked, and says why one cannot", async () => {
  const { caseId } = await shared();
  await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = '2026-11-17' WHERE "agencyId" = $1`, [adults]);
  try {
    const { askable } = (await listAskable.ask(door("Jo Ellwood"), { caseId })).view;
    expect(askable.map(({ name, mayBeAsked }) => `${name} ${mayBeAsked}`)).toEqual(["Adult social care false", "County youth justice true", "Fenland DC true", "Police Fenland true"]);
    expect(askable[0]?.whyNot).toContain("no live information sharing agreement");
  } finally {
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL WHERE "agencyId" = $1`, [adults]);
  }
});

it("is nothing to a stranger, and closed to roles that read no cases", async () => {
  const { caseId } = await shared();
  await raise(caseId, "Patrol");
  for (const who of ["Rosa Mill", "Leila Haddad"]) {
    for (const view of ["offered", "mine", "agency", "overdue", "asked", "done"]) expect((await board(who, view)).lines).toEqual([]);
    await expect(getCasePlan.ask(door(who), { caseId })).rejects.toMatchObject({ message: "We could not find that." });
    await expect(listAskable.ask(door(who), { caseId })).rejects.toMatchObject({ message: "We could not find that." });
  }
  await expect(board("Nadia Kern", "offered")).rejects.toMatchObject({ reason: "reads-no-cases" });
});
