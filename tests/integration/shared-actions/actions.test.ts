import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Conflict, Forbidden, InvalidInput, NotFound, Refused } from "@/lib/platform/errors";
import { acceptAction, acceptManyActions, completeAction, declineAction, handOnAction } from "@/lib/shared-actions/answering/commands";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { askAgain, cancelAction } from "@/lib/shared-actions/settling/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

type Person = "jo" | "dan" | "ruth" | "helen" | "mette" | "rosa" | "leila" | "marek";
const names: Record<Person, string> = {
  jo: "Jo Ellwood", dan: "Dan Okafor", ruth: "Sgt Ruth Hale", helen: "Insp Helen Marsh", mette: "Mette Larsen", rosa: "Rosa Mill", leila: "Leila Haddad", marek: "Marek Nowak",
};
const member = {} as Record<Person, string>;
const door = (who: Person) => ({ member: member[who] });
let police = "";
let adults = "";
let fenHope = "";

beforeAll(async () => {
  await loadTestCounty();
  for (const [who, name] of Object.entries(names)) member[who as Person] = await memberNamed(name);
  police = await agencyCoded("police-fenland");
  adults = await agencyCoded("county-adults");
  fenHope = await agencyCoded("fen-hope");
});

// A Wednesday, in working hours.
beforeEach(() => setClock("2026-11-18T10:00:00Z"));
afterEach(resetClock);

const shared = () => makeCase({ by: member.jo, area: "FEN", rag: "amber", sharedWith: ["police-fenland", { agency: "county-adults", level: "summary" }] });
const patrol = (caseId: string, more: object = {}) => ({ caseId, ownerAgencyId: police, what: "Patrol Horsefair 20:00 to 22:00", dueOn: "2026-11-20", ...more });
const entries = (caseId: string) => asOwner<{ body: string; data: { to: string } }>(`SELECT body, data FROM "Entry" WHERE "caseId" = $1 AND kind = 'action' ORDER BY seq`, [caseId]);
const row = async (actionId: string) => (await asOwner<{ status: string; version: number; dueAt: Date; ownerMemberId: string | null; ownerAgencyId: string }>(`SELECT * FROM "SharedAction" WHERE id = $1`, [actionId]))[0]!;
const told = (actionId: string) => asOwner<{ memberId: string; kind: string; isUrgent: boolean }>(`SELECT "memberId", kind, "isUrgent" FROM "Notification" WHERE "actionId" = $1 ORDER BY "createdAt"`, [actionId]);

describe("raising", () => {
  it("asks an agency on the case, by the colour's time standard in working days", async () => {
    const { caseId } = await shared();
    const raised = await raiseAction.do(door("jo"), { caseId, ownerAgencyId: police, what: "Take a statement", why: "It may be a crime" });
    // Ten working days from Wednesday 18 November: 17:00 in London on Wednesday 2 December.
    expect(raised).toMatchObject({ dueAt: "2026-12-02T17:00:00.000Z", ownerAgencyName: "Police Fenland" });
    expect((await entries(caseId)).map(({ body }) => body)).toEqual(["Asked Police Fenland: Take a statement"]);
    expect((await told(raised.actionId)).map(({ memberId }) => memberId)).toEqual(expect.arrayContaining([member.ruth, member.dan]));
  });

  it("is refused for an agency that is not on the case, and for one without a live agreement, before anything is kept", async () => {
    const { caseId } = await shared();
    const mind = await agencyCoded("mental-health-trust");
    await expect(raiseAction.do(door("jo"), { caseId, ownerAgencyId: mind, what: "Call" })).rejects.toMatchObject({ rule: "not-on-case", words: expect.stringContaining("Share the case") });
    await expect(raiseAction.do(door("jo"), { caseId, ownerAgencyId: fenHope, what: "Call" })).rejects.toMatchObject({ rule: "no-live-agreement", words: expect.stringContaining("consent") });
    expect(await entries(caseId)).toEqual([]);
    expect(await asOwner(`SELECT id FROM "Notification" WHERE "caseId" = $1`, [caseId])).toEqual([]);
  });

  it("stops when the agency's agreement ends, though the grant is still there", async () => {
    const { caseId } = await shared();
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = '2026-11-17' WHERE "agencyId" = $1`, [police]);
    try {
      await expect(raiseAction.do(door("jo"), patrol(caseId))).rejects.toMatchObject({ rule: "no-live-agreement" });
    } finally {
      await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL WHERE "agencyId" = $1`, [police]);
    }
  });

  it("is refused for a day that has passed, at summary and for a person at another agency", async () => {
    const { caseId } = await shared();
    await expect(raiseAction.do(door("jo"), patrol(caseId, { dueOn: "2026-11-17" }))).rejects.toMatchObject({ rule: "due-past" });
    await expect(raiseAction.do(door("marek"), patrol(caseId))).rejects.toMatchObject({ reason: "summary-only" });
    await expect(raiseAction.do(door("jo"), patrol(caseId, { ownerMemberId: member.dan }))).rejects.toMatchObject({ rule: "other-agency-chooses" });
    await expect(raiseAction.do(door("jo"), patrol(caseId, { surprise: 1 }))).rejects.toBeInstanceOf(InvalidInput);
  });

  it("is one action however often the same request is sent", async () => {
    const { caseId } = await shared();
    const key = randomUUID();
    const first = await raiseAction.do(door("jo"), patrol(caseId), key);
    expect(await raiseAction.do(door("jo"), patrol(caseId), key)).toEqual(first);
    expect(await entries(caseId)).toHaveLength(1);
  });

  it("within one's own agency gives it to a colleague at once", async () => {
    const { caseId } = await shared();
    const { actionId } = await raiseAction.do(door("dan"), { caseId, ownerAgencyId: police, ownerMemberId: member.ruth, what: "Check the warning" });
    expect(await row(actionId)).toMatchObject({ status: "accepted", ownerMemberId: member.ruth });
    expect(await told(actionId)).toEqual([{ memberId: member.ruth, kind: "action-given", isUrgent: false }]);
  });
});

describe("answering", () => {
  it("is accepted, handed on and done, each with a line in the log", async () => {
    const { caseId } = await shared();
    const { actionId } = await raiseAction.do(door("jo"), patrol(caseId));
    const accepted = await acceptAction.do(door("dan"), { actionId, version: 1 });
    expect(accepted).toMatchObject({ status: "accepted", ownerMemberName: "Dan Okafor", version: 2 });
    const handedOn = await handOnAction.do(door("dan"), { actionId, version: 2, memberId: member.ruth });
    expect(handedOn).toMatchObject({ status: "accepted", ownerMemberName: "Sgt Ruth Hale" });
    const done = await completeAction.do(door("ruth"), { actionId, version: 3, outcome: "Patrolled, quiet" });
    expect(done).toMatchObject({ status: "done", outcome: "Patrolled, quiet" });
    expect((await entries(caseId)).map(({ body }) => body)).toEqual([
      "Asked Police Fenland: Patrol Horsefair 20:00 to 22:00",
      "Dan Okafor accepted: Patrol Horsefair 20:00 to 22:00",
      "Handed on to Sgt Ruth Hale: Patrol Horsefair 20:00 to 22:00",
      "Done: Patrol Horsefair 20:00 to 22:00\nPatrolled, quiet",
    ]);
    expect((await told(actionId)).filter(({ memberId }) => memberId === member.jo)).toEqual([{ memberId: member.jo, kind: "action-done", isUrgent: false }]);
    await expect(declineAction.do(door("dan"), { actionId, version: 4, reason: "Too late" })).rejects.toMatchObject({ rule: "already-ended" });
  });

  it("belongs to the agency that was asked", async () => {
    const { caseId } = await shared();
    const { actionId } = await raiseAction.do(door("jo"), patrol(caseId));
    await expect(acceptAction.do(door("jo"), { actionId, version: 1 })).rejects.toBeInstanceOf(Forbidden);
    await expect(acceptAction.do(door("dan"), { actionId, version: 1, memberId: member.jo })).rejects.toMatchObject({ rule: "not-a-colleague" });
    await expect(completeAction.do(door("jo"), { actionId, version: 1, outcome: "Done" })).rejects.toMatchObject({ reason: "other-agency-asked" });
  });

  it("at summary an agency answers its own with one line, and sees no other", async () => {
    const { caseId } = await shared();
    const own = await raiseAction.do(door("jo"), { caseId, ownerAgencyId: adults, what: "Say whether a carer visits" });
    const others = await raiseAction.do(door("jo"), patrol(caseId));
    await completeAction.do(door("marek"), { actionId: own.actionId, version: 1, outcome: "Yes, on weekdays" });
    expect((await entries(caseId)).at(-1)).toMatchObject({ body: "Done: Say whether a carer visits\nYes, on weekdays" });
    await expect(acceptAction.do(door("marek"), { actionId: others.actionId, version: 1 })).rejects.toBeInstanceOf(NotFound);
  });

  it("shows the second of two what the first saved, and changes nothing", async () => {
    const { caseId } = await shared();
    const { actionId } = await raiseAction.do(door("jo"), patrol(caseId));
    await acceptAction.do(door("ruth"), { actionId, version: 1 });
    const late = acceptAction.do(door("dan"), { actionId, version: 1 });
    await expect(late).rejects.toBeInstanceOf(Conflict);
    await expect(late).rejects.toMatchObject({ current: { ownerMemberName: "Sgt Ruth Hale", version: 2 } });
    expect(await row(actionId)).toMatchObject({ ownerMemberId: member.ruth, version: 2 });
  });

  it("lets one of two at the same instant through", async () => {
    const { caseId } = await shared();
    const { actionId } = await raiseAction.do(door("jo"), patrol(caseId));
    const both = await Promise.allSettled([acceptAction.do(door("ruth"), { actionId, version: 1 }), acceptAction.do(door("dan"), { actionId, version: 1 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await entries(caseId))).toHaveLength(2);
  });

  it("takes several at once, or none", async () => {
    const { caseId } = await shared();
    const raised = [];
    for (const what of ["One", "Two", "Three"]) raised.push(await raiseAction.do(door("jo"), patrol(caseId, { what })));
    const actions = raised.map(({ actionId }) => ({ actionId, version: 1 }));
    await expect(acceptManyActions.do(door("dan"), { actions: [...actions.slice(0, 2), { ...actions[2], version: 7 }] })).rejects.toBeInstanceOf(Conflict);
    expect((await row(actions[0]!.actionId)).status).toBe("offered");
    expect(await acceptManyActions.do(door("dan"), { actions })).toEqual({ accepted: 3 });
    expect((await row(actions[2]!.actionId))).toMatchObject({ status: "accepted", ownerMemberId: member.dan });
  });
});

describe("scenario 10: a shared action's life", () => {
  it("declined, it goes back to the asker and the chair with its clock running, and can be asked of another", async () => {
    const { caseId } = await shared();
    const { actionId, dueAt } = await raiseAction.do(door("jo"), patrol(caseId));
    const declined = await declineAction.do(door("dan"), { actionId, version: 1, reason: "No resource" });
    expect(declined).toMatchObject({ status: "declined", declineReason: "No resource", dueAt });
    const who = (await told(actionId)).filter(({ kind }) => kind === "action-declined").map(({ memberId }) => memberId);
    expect(who.sort()).toEqual([member.jo, member.helen].sort());

    await expect(askAgain.do(door("mette"), { actionId, version: 2, ownerAgencyId: adults })).rejects.toBeInstanceOf(NotFound);
    await expect(askAgain.do(door("dan"), { actionId, version: 2, ownerAgencyId: adults })).rejects.toMatchObject({ reason: "not-asker" });
    const again = await askAgain.do(door("jo"), { actionId, version: 2, ownerAgencyId: adults });
    expect(again).toMatchObject({ status: "offered", ownerAgencyName: "Adult social care", declineReason: "", dueAt });
    await expect(askAgain.do(door("jo"), { actionId, version: 3, ownerAgencyId: police })).rejects.toBeInstanceOf(Refused);
  });

  it("is cancelled by the asker or the lead alone, with a reason", async () => {
    const { caseId } = await shared();
    const { actionId } = await raiseAction.do(door("dan"), { caseId, ownerAgencyId: adults, what: "Call" });
    await expect(cancelAction.do(door("marek"), { actionId, version: 1, reason: "No" })).rejects.toMatchObject({ reason: "not-asker" });
    await expect(cancelAction.do(door("jo"), { actionId, version: 1, reason: " " })).rejects.toBeInstanceOf(InvalidInput);
    expect(await cancelAction.do(door("jo"), { actionId, version: 1, reason: "She has moved" })).toMatchObject({ status: "cancelled", outcome: "She has moved" });
  });
});

it("shows a stranger nothing, and lets them change nothing", async () => {
  const { caseId } = await shared();
  const { actionId } = await raiseAction.do(door("jo"), patrol(caseId));
  for (const who of ["rosa", "leila"] as const) {
    await expect(raiseAction.do(door(who), patrol(caseId))).rejects.toBeInstanceOf(NotFound);
    await expect(acceptAction.do(door(who), { actionId, version: 1 })).rejects.toBeInstanceOf(NotFound);
    await expect(acceptManyActions.do(door(who), { actions: [{ actionId, version: 1 }] })).rejects.toBeInstanceOf(NotFound);
    await expect(declineAction.do(door(who), { actionId, version: 1, reason: "x" })).rejects.toBeInstanceOf(NotFound);
    await expect(completeAction.do(door(who), { actionId, version: 1, outcome: "x" })).rejects.toBeInstanceOf(NotFound);
    await expect(cancelAction.do(door(who), { actionId, version: 1, reason: "x" })).rejects.toBeInstanceOf(NotFound);
  }
  expect(await row(actionId)).toMatchObject({ status: "offered", version: 1 });
});
