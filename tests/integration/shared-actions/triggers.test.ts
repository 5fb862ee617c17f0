import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordTrigger } from "@/lib/assessments/triggers/commands";
import { completeAction, declineAction } from "@/lib/shared-actions/answering/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

const member: Record<string, string> = {};
const agency: Record<string, string> = {};
const door = (name: string) => ({ member: member[name]! });

beforeAll(async () => {
  await loadTestCounty();
  for (const name of ["Priya Shah", "Tom Barrett", "Marek Nowak", "Sheila Quy", "Mette Larsen", "Gareth Holm", "Dan Okafor", "Sgt Ruth Hale", "Amina Yusuf", "Jo Ellwood"]) member[name] = await memberNamed(name);
  for (const code of ["fen-homes", "police-fenland", "mental-health-trust", "county-adults"]) agency[code] = await agencyCoded(code);
});
beforeEach(() => setClock("2011-03-28T09:05:00Z"));
afterEach(resetClock);

const all = ["police-fenland", "mental-health-trust", "county-adults", { agency: "county-youth-justice", side: "perpetrator" as const }];
type Task = { id: string; ownerAgencyId: string; ownerMemberId: string | null; what: string; dueAt: Date; isUrgent: boolean; origin: string; status: string; version: number; side: string };
const tasks = (caseId: string) => asOwner<Task>(`SELECT * FROM "SharedAction" WHERE "caseId" = $1 ORDER BY "ownerAgencyId"`, [caseId]);
const notices = (caseId: string) => asOwner<{ memberId: string; kind: string; isUrgent: boolean }>(`SELECT "memberId", kind, "isUrgent" FROM "Notification" WHERE "caseId" = $1`, [caseId]);
const named = (memberId: string) => Object.keys(member).find((name) => member[name] === memberId) ?? memberId;

describe("scenario 1: tablets last night", () => {
  it("asks mental health, social care, the police and the named officer in the same save, whoever records it", async () => {
    const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", sharedWith: all });
    await setClock("2011-03-29T15:40:00Z"); // 16:40 in London
    await recordTrigger.do(door("Marek Nowak"), { caseId, key: "T1", note: "Took tablets last night" });

    const found = await tasks(caseId);
    const due = Object.fromEntries(found.map((task) => [Object.keys(agency).find((code) => agency[code] === task.ownerAgencyId), task.dueAt.toISOString()]));
    const fourHours = found.find((task) => task.ownerAgencyId === agency["police-fenland"])!.dueAt.getTime() - Date.parse("2011-03-29T15:40:00Z");
    expect(fourHours).toBeGreaterThanOrEqual(4 * 3_600_000);
    expect(fourHours).toBeLessThan(4 * 3_600_000 + 10_000);
    expect(due).toMatchObject({ "mental-health-trust": "2011-03-29T22:59:00.000Z", "county-adults": "2011-03-29T22:59:00.000Z", "fen-homes": "2011-03-29T22:59:00.000Z" });
    expect(found).toHaveLength(4);
    expect(found.every((task) => task.isUrgent && task.origin === "trigger")).toBe(true);
    expect(found.find((task) => task.ownerAgencyId === agency["fen-homes"])).toMatchObject({ what: "Make contact with the victim today", ownerMemberId: member["Priya Shah"], status: "accepted" });
  });

  it("tells the officer, the supervisors and each agency of the red case at once, and never the perpetrator's side", async () => {
    const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", sharedWith: all });
    await setClock("2011-04-01T17:00:00Z"); // a Friday, 18:00 in London
    const before = await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'mail-notice'`);
    await recordTrigger.do(door("Dan Okafor"), { caseId, key: "T1", note: "Took tablets last night" });

    const left = await notices(caseId);
    const red = left.filter(({ kind }) => kind === "case-red").map(({ memberId }) => named(memberId));
    expect(red).toEqual(expect.arrayContaining(["Priya Shah", "Tom Barrett", "Marek Nowak", "Sheila Quy", "Mette Larsen", "Gareth Holm", "Sgt Ruth Hale"]));
    expect(left.every(({ isUrgent }) => isUrgent)).toBe(true);
    expect(left.filter(({ memberId }) => memberId === member["Amina Yusuf"] || memberId === member["Dan Okafor"])).toEqual([]);
    const after = await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'mail-notice'`);
    expect(after[0]!.n - before[0]!.n).toBe(left.length);
  });

  it("does not ask twice for the same, asks again what was declined, and says so of a case that is red already", async () => {
    const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", sharedWith: all });
    await setClock("2011-03-29T15:40:00Z");
    await recordTrigger.do(door("Dan Okafor"), { caseId, key: "T1", note: "Took tablets last night" });
    const first = await tasks(caseId);
    const health = first.find((task) => task.ownerAgencyId === agency["mental-health-trust"])!;
    const care = first.find((task) => task.ownerAgencyId === agency["county-adults"])!;
    await declineAction.do(door("Mette Larsen"), { actionId: health.id, version: 1, reason: "Not known to us" });
    await completeAction.do(door("Marek Nowak"), { actionId: care.id, version: 1, outcome: "Visited" });
    await setClock("2011-03-30T09:00:00Z");
    await recordTrigger.do(door("Dan Okafor"), { caseId, key: "T1", note: "Said it again" });
    expect((await tasks(caseId)).filter((task) => task.ownerAgencyId === agency["police-fenland"])).toHaveLength(1);
    expect((await tasks(caseId)).filter((task) => task.ownerAgencyId === agency["mental-health-trust"])).toHaveLength(2);
    expect((await notices(caseId)).filter(({ kind }) => kind === "trigger").map(({ memberId }) => named(memberId))).toContain("Priya Shah");
  });
});

it("asks the police for a hate crime record, and nobody to act for a trigger that only sets a colour", async () => {
  const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "green", sharedWith: ["police-fenland"] });
  await recordTrigger.do(door("Jo Ellwood"), { caseId, key: "T5", note: "Abuse and threats" });
  expect((await tasks(caseId)).map(({ what, side }) => ({ what, side }))).toEqual([{ what: "Record a hate crime, and give its number", side: "victim" }]);
});

it("is one save: when the last job cannot be queued, no trigger, task or notice is kept", async () => {
  const { caseId } = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", sharedWith: all });
  const record = () => recordTrigger.do(door("Priya Shah"), { caseId, key: "T1", note: "Took tablets last night" });
  await asOwner(`ALTER FUNCTION enqueue(text, json) RENAME TO enqueue_elsewhere`);
  try {
    await expect(record()).rejects.toThrow(/enqueue/);
  } finally {
    await asOwner(`ALTER FUNCTION enqueue_elsewhere(text, json) RENAME TO enqueue`);
  }
  expect(await tasks(caseId)).toEqual([]);
  expect(await notices(caseId)).toEqual([]);
  expect(await asOwner(`SELECT id FROM "LiveTrigger" WHERE "caseId" = $1`, [caseId])).toEqual([]);
  await record();
  expect(await tasks(caseId)).toHaveLength(4);
});
