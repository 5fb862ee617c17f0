import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMember, changeMember, confirmMember } from "@/lib/agencies/members/commands";
import { endMember, handOnWork } from "@/lib/agencies/members/leaving/commands";
import { getLeaver } from "@/lib/agencies/members/leaving/queries";
import { getRegister } from "@/lib/agencies/members/queries";
import { decideRoles } from "@/lib/agencies/members/roles/commands";
import { listWaiting } from "@/lib/agencies/members/roles/queries";
import { addEntry } from "@/lib/cases/log/commands";
import { excludeMember } from "@/lib/cases/keeping/commands";
import { getCaseLog } from "@/lib/cases/log/queries";
import { Conflict, Forbidden, NotFound, Refused, Unauthenticated } from "@/lib/platform/errors";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { acceptAction } from "@/lib/shared-actions/answering/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase } from "../../support/factories-cases";
import { sessionOf } from "../../support/sessions";

let tom: string;
let owen: string;
let priya: string;

beforeAll(async () => {
  await loadTestCounty();
  [tom, owen, priya] = [await memberNamed("Tom Barrett"), await memberNamed("Owen Price"), await memberNamed("Priya Shah")];
});

let count = 0;
const starter = (more: object = {}) => ({ name: `Una Start ${(count += 1)}`, email: `una.start.${count}@fen-homes.example`, title: "Housing officer", roles: ["practitioner"], ...more });
const add = async (more: object = {}, by = tom) => addMember.do({ member: by }, starter(more));
const rowOf = async (id: string) => (await asOwner<{ roles: string[]; version: number; endsAt: Date | null }>(`SELECT roles::text[] AS roles, version, "endsAt" FROM "Member" WHERE id = $1`, [id]))[0]!;

describe("a starter", () => {
  it("works at once with a practitioner's role, on the administrator's own agency", async () => {
    const { memberId, waiting } = await add({ team: "Tenancy", roles: ["reporter", "practitioner"] });
    expect(waiting).toEqual([]);
    const { view } = await getRegister.ask({ member: tom }, {});
    expect(view.members.find((member) => member.memberId === memberId)).toMatchObject({ team: "Tenancy", roles: ["reporter", "practitioner"], lastWords: "Never", isSelf: false });
    expect(view.teams).toContain("Tenancy");
  });

  it("waits for county governance with a role above, where the agency has one administrator; nobody grants what they asked for", async () => {
    const { memberId, waiting, secondWords } = await add({ roles: ["practitioner", "manager"] });
    expect([waiting, secondWords]).toEqual([["Manages"], "county information governance"]);
    expect((await rowOf(memberId)).roles).toEqual(["practitioner"]);
    const [request] = await asOwner<{ id: string }>(`SELECT id FROM "RoleRequest" WHERE "memberId" = $1`, [memberId]);
    const input = { requestId: request!.id, version: 1, decision: "granted" };
    await expect(decideRoles.do({ member: tom }, input)).rejects.toThrow(new Forbidden("second-person", "You asked for these roles, so somebody else grants them."));
    await expect(decideRoles.do({ member: priya }, input)).rejects.toBeInstanceOf(NotFound);
    const waits = (await listWaiting.ask({ member: owen }, {})).view;
    expect(waits.requests.find((one) => one.requestId === request!.id)).toMatchObject({ mayGrant: true, agency: "Fen Homes", askedBy: "Tom Barrett" });
    expect(waits.menu.waiting).toBeGreaterThan(0);
    await decideRoles.do({ member: owen }, input);
    expect((await rowOf(memberId)).roles).toEqual(["practitioner", "manager"]);
    await expect(decideRoles.do({ member: owen }, { ...input, version: 2 })).rejects.toMatchObject({ rule: "already-decided" });
  });

  it("waits for the other administrator where there are two, and not for governance", async () => {
    const second = await add({ roles: ["agency_admin"] });
    const requestOf = async (memberId: string) => (await asOwner<{ id: string }>(`SELECT id FROM "RoleRequest" WHERE "memberId" = $1 AND "decidedAt" IS NULL`, [memberId]))[0]!.id;
    await decideRoles.do({ member: owen }, { requestId: await requestOf(second.memberId), version: 1, decision: "granted" });
    const third = await add({ roles: ["practitioner", "coordinator"] });
    const input = { requestId: await requestOf(third.memberId), version: 1, decision: "granted" };
    await expect(decideRoles.do({ member: owen }, input)).rejects.toMatchObject({ reason: "not-second" });
    await decideRoles.do({ member: second.memberId }, input);
    expect((await rowOf(third.memberId)).roles).toEqual(["practitioner", "coordinator"]);
    await endMember.do({ member: tom }, { memberId: second.memberId, version: 2, reason: "Moved on" });
  });

  it("is refused twice at one agency, in the past, and with a role of another kind of agency", async () => {
    const again = starter();
    await addMember.do({ member: tom }, again);
    await expect(addMember.do({ member: tom }, again)).rejects.toMatchObject({ rule: "already-member" });
    await expect(add({ startsOn: "2020-01-01" })).rejects.toMatchObject({ rule: "starts-in-past" });
    await expect(add({ roles: ["system_admin"] })).rejects.toMatchObject({ rule: "not-offered" });
  });

  it("is for the agency's own administrators: others are forbidden, another agency is not found, and governance adds where there is none", async () => {
    await expect(add({}, priya)).rejects.toBeInstanceOf(Forbidden);
    await expect(add({ agencyId: await agencyCoded("police-fenland") })).rejects.toBeInstanceOf(NotFound);
    await expect(add({ agencyId: await agencyCoded("fen-homes") }, owen)).rejects.toMatchObject({ reason: "has-administrator" });
    const first = await add({ agencyId: await agencyCoded("nene-homes"), roles: ["agency_admin"] }, owen);
    expect(first.waiting).toEqual(["Administers the agency"]);
  });
});

describe("a change of roles", () => {
  it("takes away at once, lets what is above wait, and shows a conflict where somebody was first", async () => {
    const { memberId } = await add({ roles: ["reporter", "practitioner"] });
    const change = { memberId, version: 1, title: "Senior officer", phone: "", team: "", roles: ["practitioner", "chair"] };
    await changeMember.do({ member: tom }, change);
    expect((await rowOf(memberId)).roles).toEqual(["practitioner"]);
    await expect(changeMember.do({ member: tom }, { ...change, roles: ["practitioner"] })).rejects.toBeInstanceOf(Conflict);
    await expect(changeMember.do({ member: tom }, { ...change, version: 2 })).rejects.toMatchObject({ rule: "already-waiting" });
  });

  it("is never one's own, nor is one's own end or confirmation", async () => {
    const own = { memberId: tom, version: 1 };
    const wanted = { ...own, title: "Head", phone: "", team: "", roles: ["manager", "agency_admin", "governance"] };
    const doors = [() => changeMember.do({ member: tom }, wanted), () => endMember.do({ member: tom }, { ...own, reason: "Left" }), () => confirmMember.do({ member: tom }, own)];
    for (const tried of doors) await expect(tried()).rejects.toMatchObject({ reason: "not-yourself" });
  });
});

describe("a leaver", () => {
  let leaver: { memberId: string };
  let caseId: string;
  let actionId: string;
  let reference: string;
  beforeEach(async () => {
    leaver = await add();
    ({ caseId, reference } = await makeCase({ by: leaver.memberId, area: "FEN", rag: "amber", victim: "Hilda Marsh" }));
    ({ actionId } = await raiseAction.do({ member: leaver.memberId }, { caseId, ownerAgencyId: await agencyCoded("fen-homes"), what: "Ring Hilda back" }));
    const [action] = await asOwner<{ version: number }>(`SELECT version FROM "SharedAction" WHERE id = $1`, [actionId]);
    await acceptAction.do({ member: leaver.memberId }, { actionId, version: action!.version }).catch(() => undefined);
  });

  it("cannot leave while work is theirs; the administrator sees references and no more", async () => {
    await expect(endMember.do({ member: tom }, { memberId: leaver.memberId, version: 1, reason: "Left" })).rejects.toMatchObject({ rule: "work-left", detail: { left: 2 } });
    expect((await rowOf(leaver.memberId)).endsAt).toBeNull();
    const { view } = await getLeaver.ask({ member: tom }, { memberId: leaver.memberId });
    expect(view.work.map(({ kind, reference: shown }) => [kind, shown])).toEqual([["case", reference], ["action", reference]]);
    expect(JSON.stringify(view)).not.toMatch(/Hilda|Ring|Noise/);
    await expect(getLeaver.ask({ member: priya }, { memberId: leaver.memberId })).rejects.toBeInstanceOf(Forbidden);
    await expect(getLeaver.ask({ member: owen }, { memberId: leaver.memberId })).rejects.toBeInstanceOf(NotFound);
  });

  it("leaves after a colleague took it all on: the log says so, and the session is dead at the next request", async () => {
    const [{ name } = { name: "" }] = await asOwner<{ name: string }>(`SELECT name FROM "Member" WHERE id = $1`, [leaver.memberId]);
    const session = await sessionOf(name);
    await getCaseLog.ask({ session }, { caseId });
    const { view } = await getLeaver.ask({ member: tom }, { memberId: leaver.memberId });
    const done = await handOnWork.do({ member: tom }, { memberId: leaver.memberId, toMemberId: priya, items: view.work.map(({ id }) => id) });
    expect(done).toEqual({ handedOn: 2, kept: 0, left: 0, toName: "Priya Shah" });
    const log = await asOwner<{ body: string }>(`SELECT body FROM "Entry" WHERE "caseId" = $1 AND "authorId" = $2 ORDER BY seq`, [caseId, tom]);
    expect(log.map(({ body }) => body).sort()).toEqual(["Handed on to Priya Shah: Ring Hilda back", "Priya Shah is now the named officer."]);
    expect(await asOwner(`SELECT 1 FROM "Notification" WHERE "memberId" = $1 AND "actionId" = $2 AND kind = 'action-given'`, [priya, actionId])).toHaveLength(1);
    const ended = await endMember.do({ member: tom }, { memberId: leaver.memberId, version: 1, reason: "Left" });
    expect(ended).toMatchObject({ sessions: 1, endsWords: "" });
    await expect(getCaseLog.ask({ session }, { caseId })).rejects.toBeInstanceOf(Unauthenticated);
    expect(await asOwner(`SELECT 1 FROM "Session" WHERE "memberId" = $1 AND "revokedAt" IS NULL`, [leaver.memberId])).toEqual([]);
    await expect(addEntry.do({ member: leaver.memberId }, { caseId, kind: "note", body: "Late" })).rejects.toBeInstanceOf(Unauthenticated);
    await expect(changeMember.do({ member: tom }, { memberId: leaver.memberId, version: 2, title: "Back", phone: "", team: "", roles: ["practitioner"] })).rejects.toMatchObject({ rule: "has-ended" });
  });

  it("keeps what the colleague is kept from; work on a case the administrator is kept from goes back to the agency unseen", async () => {
    await asOwner(`INSERT INTO "CaseExclusion" ("caseId", "memberId", reason, "recordedById") VALUES ($1, $2, 'neighbour', $2)`, [caseId, priya]);
    const before = (await getLeaver.ask({ member: tom }, { memberId: leaver.memberId })).view;
    await expect(handOnWork.do({ member: tom }, { memberId: leaver.memberId, toMemberId: priya, items: before.work.map(({ id }) => id) })).rejects.toMatchObject({ rule: "keeps-it" });
    await excludeMember.do({ member: leaver.memberId }, { caseId, memberId: tom, reason: "His brother" });
    expect((await getLeaver.ask({ member: tom }, { memberId: leaver.memberId })).view.work).toEqual([]);
    await endMember.do({ member: tom }, { memberId: leaver.memberId, version: 1, reason: "Left" });
    expect(await asOwner(`SELECT "namedOfficerId" FROM "Case" WHERE id = $1`, [caseId])).toEqual([{ namedOfficerId: null }]);
    expect(await asOwner(`SELECT "ownerMemberId", status FROM "SharedAction" WHERE id = $1`, [actionId])).toEqual([{ ownerMemberId: null, status: "offered" }]);
  });

  it("may be told to leave later, and works until then", async () => {
    const { view } = await getLeaver.ask({ member: tom }, { memberId: leaver.memberId });
    await handOnWork.do({ member: tom }, { memberId: leaver.memberId, toMemberId: priya, items: view.work.map(({ id }) => id) });
    await endMember.do({ member: tom }, { memberId: leaver.memberId, version: 1, reason: "Left", endsAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect((await getRegister.ask({ member: tom }, {})).view.members.find((one) => one.memberId === leaver.memberId)).toMatchObject({ hasEnded: false });
    await expect(endMember.do({ member: tom }, { memberId: leaver.memberId, version: 2, reason: "Left", endsAt: "2020-01-01T09:00:00Z" })).rejects.toBeInstanceOf(Refused);
  });
});
