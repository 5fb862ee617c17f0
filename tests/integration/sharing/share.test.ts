import { afterEach, beforeAll, expect, it } from "vitest";
import { getCaseSharing } from "@/lib/assessments/sharing/queries";
import { changeLevel, endShare, shareCase } from "@/lib/cases/sharing/commands";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { recordStatements } from "@/lib/platform/db";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

const basis = { purpose: "Stop the noise at night", legalBasis: "cda_s115" };
let priya: string, dan: string, amina: string, grace: string, made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [priya, dan, amina, grace] = await Promise.all(["Priya Shah", "Dan Okafor", "Amina Yusuf", "Grace Obi"].map(memberNamed)) as [string, string, string, string];
  made = await makeCase({ by: priya, area: "FEN", rag: "amber" });
});
afterEach(resetClock);

const sharing = (member: string, caseId = made.caseId) => getCaseSharing.ask({ member }, { caseId }).then(({ view }) => view);

async function share(by: string, caseId: string, agencyCode: string, level: "summary" | "contribute" = "contribute", more: Record<string, unknown> = {}) {
  const agencyId = await agencyCoded(agencyCode);
  return shareCase.do({ member: by }, { caseId, agencies: [{ agencyId, level, side: "both", ...("side" in more ? { side: more.side } : {}) }], ...basis, ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "side")) });
}

async function grantOf(caseId: string, agencyCode: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>(`SELECT g.id FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE g."caseId" = $1 AND a.code = $2 AND g."revokedAt" IS NULL`, [caseId, agencyCode]);
  return row!.id;
}

it("makes a case visible at once, and hides it at once when it ends", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
  await expect(sharing(dan, caseId)).rejects.toThrow(NotFound);
  const result = await share(priya, caseId, "police-fenland");
  expect(result.agencies).toEqual([{ agencyId: await agencyCoded("police-fenland"), name: "Police, Fenland neighbourhood team", level: "contribute", ring: "", ringBy: "" }]);
  const view = await sharing(dan, caseId);
  expect(view.partners.map(({ name, level }) => [name, level])).toEqual([["Fen Homes", "lead"], ["Police, Fenland neighbourhood team", "contribute"]]);
  const [entry] = await asOwner<{ body: string }>(`SELECT body FROM "Entry" WHERE "caseId" = $1 AND kind = 'shared'`, [caseId]);
  expect(entry?.body).toBe("Shared with Police, Fenland neighbourhood team (works on it).");

  await endShare.do({ member: priya }, { caseId, grantId: await grantOf(caseId, "police-fenland"), reason: "Their part is done" });
  await expect(sharing(dan, caseId)).rejects.toThrow(NotFound);
  expect((await sharing(priya, caseId)).ended[0]?.words).toMatch(/^works on it, .*: Their part is done$/);
});

it("says whom to ring when the case is red", async () => {
  const red = await makeCase({ by: priya, area: "FEN", rag: "red" });
  await asOwner(`UPDATE "Agency" SET "outOfHoursName" = 'Night desk', "outOfHoursPhone" = '01632 960 999', "contactName" = 'Day desk', "contactPhone" = '01632 960 111' WHERE code = 'police-fenland'`);
  // A Saturday.
  await setClock("2026-11-28T12:00:00Z");
  const result = await share(priya, red.caseId, "police-fenland");
  expect(result.agencies[0]).toMatchObject({ ring: "Night desk on 01632 960 999", ringBy: "By today 16:00" });
  const calls = await asOwner<{ name: string; hours: number }>(`SELECT name, round(extract(epoch FROM "dueAt" - "createdAt") / 3600)::int AS hours FROM "DutyCall" WHERE "caseId" = $1 AND "doneAt" IS NULL AND "agencyId" = $2`, [red.caseId, await agencyCoded("police-fenland")]);
  expect(calls).toEqual([{ name: "Night desk", hours: 4 }]);
  await setClock("2026-11-30T12:00:00Z");
  const again = await share(priya, (await makeCase({ by: priya, area: "FEN", rag: "red" })).caseId, "police-fenland");
  expect(again.agencies[0]?.ring).toBe("Day desk on 01632 960 111");
});

it("is the lead agency's alone, and hidden from strangers", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  await expect(share(dan, caseId, "county-adults")).rejects.toMatchObject({ reason: "not-lead-agency", words: expect.stringContaining("Only the lead") });
  await expect(share(await memberNamed("Marek Nowak"), caseId, "fire")).rejects.toThrow(NotFound);
  expect(await sharing(dan, caseId)).toMatchObject({ offer: null, refusal: expect.stringContaining("Only the lead") });
});

it("gives nobody anything when one of the agencies has it already", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  const agencies = await Promise.all(["county-adults", "police-fenland"].map(async (code) => ({ agencyId: await agencyCoded(code), level: "summary", side: "both" })));
  await expect(shareCase.do({ member: priya }, { caseId, agencies, ...basis })).rejects.toMatchObject({ rule: "already-shared" });
  expect((await sharing(priya, caseId)).partners).toHaveLength(2);
});

it("wants a purpose, a law that covers the agency, and a last day that is not past", async () => {
  await expect(share(priya, made.caseId, "fire", "summary", { purpose: " " })).rejects.toThrow(InvalidInput);
  await expect(share(priya, made.caseId, "fire", "summary", { legalBasis: "because" })).rejects.toThrow(InvalidInput);
  await expect(share(priya, made.caseId, "fire", "summary", { endsOn: "2020-01-01" })).rejects.toThrow(InvalidInput);
  await expect(share(priya, made.caseId, "victim-service", "summary", { side: "victim" })).rejects.toMatchObject({ rule: "section-115-does-not-cover" });
});

it("ends by itself at midnight in London after the last day, and may then be given again", async () => {
  await setClock("2026-06-10T09:00:00Z");
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
  await share(priya, caseId, "police-fenland", "summary", { endsOn: "2026-06-12" });
  expect((await sharing(priya, caseId)).partners[1]?.untilWords).toBe("12 June 2026");
  await setClock("2026-06-12T22:59:30Z");
  await sharing(dan, caseId);
  await setClock("2026-06-12T23:00:30Z");
  await expect(sharing(dan, caseId)).rejects.toThrow(NotFound);
  await share(priya, caseId, "police-fenland", "contribute");
  expect((await sharing(dan, caseId)).header.level).toBe("contribute");
});

it("shows the victim's side neither to the perpetrator's side nor in who has the case", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "red" });
  await share(priya, caseId, "county-youth-justice", "contribute", { side: "perpetrator" });
  await share(priya, caseId, "victim-service", "contribute", { side: "victim", legalBasis: "consent_referral" });
  await expect(sharing(amina, caseId)).rejects.toMatchObject({ reason: "not-for-your-side", words: expect.stringContaining("not shown") });
  expect((await sharing(grace, caseId)).header.side).toBe("victim");
  const sides = await asOwner<{ side: string; body: string }>(`SELECT side, body FROM "Entry" WHERE "caseId" = $1 AND kind = 'shared' ORDER BY seq`, [caseId]);
  expect(sides.map(({ side }) => side)).toEqual(["both", "victim"]);
});

it("changes a level by revoking and granting in the same moment", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: [{ agency: "police-fenland", level: "summary" }] });
  const change = async (level: "summary" | "contribute") =>
    changeLevel.do({ member: priya }, { caseId, grantId: await grantOf(caseId, "police-fenland"), level, side: "both", ...basis });
  await expect(change("summary")).rejects.toMatchObject({ rule: "nothing-changed" });
  await change("contribute");
  expect((await sharing(dan, caseId)).header.may.write).toBe(true);
  const grants = await asOwner<{ level: string; open: boolean; same: boolean }>(`SELECT level, "revokedAt" IS NULL AS open, lag("revokedAt") OVER (ORDER BY "grantedAt") = "grantedAt" AS same FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE "caseId" = $1 AND a.code = 'police-fenland' ORDER BY "grantedAt"`, [caseId]);
  expect(grants).toEqual([{ level: "summary", open: false, same: null }, { level: "contribute", open: true, same: true }]);
});

it("never ends the lead's own reach", async () => {
  await expect(endShare.do({ member: priya }, { caseId: made.caseId, grantId: await grantOf(made.caseId, "fen-homes"), reason: "Oops" })).rejects.toMatchObject({ rule: "own-lead" });
});

it("names the open actions that an ended agency leaves behind, and lets its workers go", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  await asOwner(`INSERT INTO "SharedAction" ("caseId", what, "askedById", "askedByAgencyId", "ownerAgencyId", "dueAt") VALUES ($1, 'Visit number 14', $2, $3, $4, now() + interval '1 day')`, [caseId, priya, await agencyCoded("fen-homes"), await agencyCoded("police-fenland")]);
  await asOwner(`INSERT INTO "CaseMember" ("caseId", "memberId", "agencyId") VALUES ($1, $2, $3)`, [caseId, dan, await agencyCoded("police-fenland")]);
  const before = (await sharing(priya, caseId)).partners[1]!;
  expect(before).toMatchObject({ named: ["Dan Okafor"], openActions: [{ what: "Visit number 14" }] });
  const ended = await endShare.do({ member: priya }, { caseId, grantId: before.grantId, reason: "Not theirs" });
  expect(ended).toMatchObject({ endedMembers: 1, openActions: [{ what: "Visit number 14" }] });
  expect(await asOwner(`SELECT 1 FROM "CaseMember" WHERE "caseId" = $1 AND "memberId" = $2 AND "endsAt" IS NULL`, [caseId, dan])).toEqual([]);
  const [entry] = await asOwner<{ body: string }>(`SELECT body FROM "Entry" WHERE "caseId" = $1 ORDER BY seq DESC LIMIT 1`, [caseId]);
  expect(entry?.body).toBe("Sharing with Police, Fenland neighbourhood team ended. Not theirs. Still open with them: Visit number 14.");
});

it("lets only one of several who share at once through, and tells the others why", async () => {
  const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
  const agencyId = await agencyCoded("fire");
  const once = () => shareCase.do({ member: priya }, { caseId, agencies: [{ agencyId, level: "contribute", side: "both" }], ...basis });
  const all = await Promise.allSettled(Array.from({ length: 6 }, once));
  expect(all.map((one) => (one.status === "fulfilled" ? "shared" : (one.reason as { rule?: string }).rule)).sort()).toEqual([...Array(5).fill("already-shared"), "shared"]);
});

it("asks as many questions for ten agencies as for two", async () => {
  const few = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  const many = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland", "fenland-dc", "county-adults", "county-children", "fire", "probation", "treatment", "mental-health-trust", "family-intervention"] });
  const count = async (caseId: string) => (await recordStatements(() => sharing(priya, caseId))).statements.length;
  expect(await count(many.caseId)).toBe(await count(few.caseId));
});
