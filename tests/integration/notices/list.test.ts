import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shareWith } from "@/lib/cases/sharing/commands";
import { getBadges } from "@/lib/notices/badges/queries";
import { readNotices } from "@/lib/notices/commands";
import { listNotices } from "@/lib/notices/queries";
import { inContext, recordStatements } from "@/lib/platform/db";
import { react } from "@/lib/platform/events";
import { declineAction } from "@/lib/shared-actions/answering/commands";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase } from "../../support/factories-cases";
import { reactions } from "@/lib/reactions";

const member: Record<string, string> = {};
const door = (name: string) => ({ member: member[name]! });
let police = "";

beforeAll(async () => {
  await loadTestCounty();
  for (const name of ["Jo Ellwood", "Dan Okafor", "Sgt Ruth Hale", "Insp Helen Marsh", "Amina Yusuf", "Rosa Mill", "Mette Larsen", "Gareth Holm"]) member[name] = await memberNamed(name);
  police = await agencyCoded("police-fenland");
});
beforeEach(() => asOwner(`DELETE FROM "Notification"`));

const list = async (name: string, after?: string) => (await listNotices.ask(door(name), after ? { after } : {})).view;
const words = async (name: string) => (await list(name)).notices.map((notice) => notice.words);

/** Shares a case as its lead would, in one save. */
async function share(caseId: string, code: string, side: "both" | "perpetrator" = "both") {
  const agencyId = await agencyCoded(code);
  const areaId = await areaCoded("FEN");
  await inContext(door("Jo Ellwood"), async (doing) => {
    const { events } = await shareWith(doing, { caseId, areaId }, [{ agencyId, level: "contribute", side, purpose: "Help", legalBasis: "cda_s17" }]);
    await react(doing, events, reactions);
  });
}

describe("what a member is told", () => {
  it("is made when it is read, under the rule as it is then", async () => {
    const { caseId, reference } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    const { actionId } = await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: "Patrol" });
    expect((await list("Dan Okafor")).notices).toMatchObject([{ words: "Asked of you: Patrol", detail: "Asked by Fenland DC", reference, rag: "amber", href: `/cases/${caseId}/plan` }]);
    await declineAction.do(door("Dan Okafor"), { actionId, version: 1, reason: "No resource" });
    expect((await list("Dan Okafor")).notices[0]?.detail).toBe("Asked by Fenland DC · declined");
    expect((await list("Jo Ellwood")).notices).toMatchObject([{ words: "Police Fenland declined: Patrol", detail: "No resource" }]);
    await asOwner(`UPDATE "Grant" SET "revokedAt" = app_now() WHERE "caseId" = $1 AND "agencyId" = $2`, [caseId, police]);
    expect(await list("Dan Okafor")).toMatchObject({ notices: [], unread: 0 });
    expect((await getBadges.ask(door("Dan Okafor"), {})).view.notices).toBe(0);
    // Nothing but ids was ever kept.
    const [row] = await asOwner<Record<string, unknown>>(`SELECT * FROM "Notification" LIMIT 1`);
    expect(JSON.stringify(row)).not.toContain("Patrol");
  });

  it("of a red case shared with them is urgent, and says no colour to the perpetrator's side", async () => {
    const { caseId, reference } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "red" });
    await share(caseId, "mental-health-trust");
    await share(caseId, "county-youth-justice", "perpetrator");
    expect((await list("Mette Larsen")).notices).toMatchObject([{ words: `${reference} is now shared with you`, isUrgent: true, rag: "red" }]);
    expect((await list("Amina Yusuf")).notices).toMatchObject([{ words: `${reference} is now shared with you`, isUrgent: false, rag: null }]);
  });

  it("does not show the chair a refusal on a case that the chair may not open", async () => {
    const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["mental-health-trust"] });
    const { actionId } = await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: await agencyCoded("mental-health-trust"), what: "Call" });
    await declineAction.do(door("Mette Larsen"), { actionId, version: 1, reason: "Not known" });
    expect(await words("Insp Helen Marsh")).toEqual([]);
    expect(await words("Jo Ellwood")).toEqual(["Mental health trust declined: Call"]);
  });
});

it("is marked as read by its owner alone", async () => {
  const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: "Patrol" });
  const [notice] = (await list("Dan Okafor")).notices;
  expect(await readNotices.do(door("Sgt Ruth Hale"), { noticeIds: [notice!.noticeId] })).toEqual({ read: 0 });
  expect((await list("Dan Okafor")).unread).toBe(1);
  expect(await readNotices.do(door("Dan Okafor"), { noticeIds: [notice!.noticeId] })).toEqual({ read: 1 });
  expect(await list("Dan Okafor")).toMatchObject({ unread: 0, notices: [{ isRead: true }] });
  expect(await words("Rosa Mill")).toEqual([]);
});

it("goes on by the last one, in as many statements for many as for few", async () => {
  const { caseId } = await makeCase({ by: member["Jo Ellwood"]!, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  await raiseAction.do(door("Jo Ellwood"), { caseId, ownerAgencyId: police, what: "One" });
  const few = await recordStatements(() => list("Dan Okafor"));
  for (let index = 0; index < 34; index += 1) await asOwner(
    `INSERT INTO "Notification" (id, "memberId", kind, "caseId", "createdAt") VALUES (gen_random_uuid(), $1, 'case-shared', $2, app_now() - interval '1 hour')`, [member["Dan Okafor"], caseId]);
  const many = await recordStatements(() => list("Dan Okafor"));
  expect(many.statements).toHaveLength(few.statements.length);
  expect(many.result.notices).toHaveLength(30);
  const rest = await list("Dan Okafor", many.result.next!);
  expect(rest).toMatchObject({ next: null });
  expect(new Set([...many.result.notices, ...rest.notices].map((notice) => notice.noticeId)).size).toBe(35);
});
