import { beforeAll, expect, it } from "vitest";
import { askWithdrawal, decideWithdrawal } from "@/lib/agencies/agreements/withdrawing/commands";
import { getAgreementEffect } from "@/lib/agencies/agreements/withdrawing/queries";
import { getAgreement } from "@/lib/agencies/agreements/register/queries";
import { getCaseLog } from "@/lib/cases/log/queries";
import { listNotices } from "@/lib/notices/queries";
import { NotFound } from "@/lib/platform/errors";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

let tom: string;
let owen: string;
let agnes: string;
let jo: string;
let dan: string;
let agreementId: string;

beforeAll(async () => {
  await loadTestCounty();
  [tom, owen, agnes, jo, dan] = await Promise.all(["Tom Barrett", "Owen Price", "Agnes Quill", "Jo Ellwood", "Dan Okafor"].map(memberNamed)) as [string, string, string, string, string];
  agreementId = (await asOwner<{ id: string }>(`SELECT id FROM "Agreement" WHERE name LIKE 'Cambridgeshire%'`))[0]!.id;
});

const asJobs = async (sql: string) => (await asOwner<{ n: number }>(`SELECT ${sql}() AS n`))[0]!.n;
const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);
const told = async (member: string, kind: string) => (await listNotices.ask({ member }, {})).view.notices.filter((one) => one.kind === kind);

it("warns the agency's administrator and county governance at 60, 30 and 7 days, each once, with a mail that waits", async () => {
  const police = await agencyCoded("fen-homes");
  await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = $1 WHERE "agencyId" = $2 AND "agreementId" = $3`, [day(61), police, agreementId]);
  expect(await asJobs("warn_of_agreements")).toBe(0);
  for (const [away, expected] of [[60, 1], [45, 0], [30, 1], [29, 0], [7, 1], [0, 0]] as const) {
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = $1 WHERE "agencyId" = $2 AND "agreementId" = $3`, [day(away), police, agreementId]);
    expect([away, await asJobs("warn_of_agreements"), await asJobs("warn_of_agreements")]).toEqual([away, expected, 0]);
  }
  const notices = await told(tom, "agreement-ending");
  expect(notices).toHaveLength(3);
  expect(notices[0]).toMatchObject({ href: `/admin/agreements/${agreementId}`, isUrgent: true, words: expect.stringMatching(/ends tonight at midnight/) });
  expect(await told(owen, "agreement-ending")).toHaveLength(3);
  expect(await told(dan, "agreement-ending")).toEqual([]);
  expect((await asOwner(`SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'mail-notice' AND j.payload ->> 'memberId' = $1`, [tom])).length).toBe(3);
  await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL`);
});

it("ends at midnight by itself; who asked the agency for something, and the case's officer, are told which actions are affected; the system says so in the audit", async () => {
  const police = await agencyCoded("police-fenland");
  const { caseId } = await makeCase({ by: jo, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  await raiseAction.do({ member: jo }, { caseId, ownerAgencyId: police, what: "Patrol the yard at eight" });
  await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = $1 WHERE "agencyId" = $2`, [day(0), police]);
  expect((await getCaseLog.ask({ member: dan }, { caseId })).view).toBeTruthy();
  try {
    await setClock(new Date(Date.parse(`${day(1)}T00:10:00Z`)));
    await expect(getCaseLog.ask({ member: dan }, { caseId })).rejects.toBeInstanceOf(NotFound);
    expect([await asJobs("note_ended_agreements"), await asJobs("note_ended_agreements")]).toEqual([1, 0]);
    expect(await told(jo, "action-stranded")).toMatchObject([{ words: expect.stringMatching(/no longer reaches this: Patrol the yard at eight$/), href: `/cases/${caseId}/plan` }]);
    expect(await told(dan, "action-stranded")).toEqual([]);
    expect(await asOwner(`SELECT "memberId" FROM "AuditEvent" WHERE verb = 'agreement.ended'`)).toEqual([{ memberId: null }]);
  } finally {
    await resetClock();
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL`);
  }
});

it("is withdrawn whole by two people of county governance, once what it ends was counted", async () => {
  const { view: effect } = await getAgreementEffect.ask({ member: owen }, { agreementId });
  expect(effect.agencies).toBeGreaterThan(10);
  expect(effect.cases).toBeGreaterThan(0);
  expect(effect.members).toBeGreaterThan(10);
  const version = async () => (await getAgreement.ask({ member: owen }, { agreementId })).view.agreement.version;
  await expect(askWithdrawal.do({ member: tom }, { agreementId, version: await version(), reason: "No" })).rejects.toMatchObject({ reason: "not-county-governance" });
  await askWithdrawal.do({ member: owen }, { agreementId, version: await version(), reason: "A new one is signed" });
  await expect(decideWithdrawal.do({ member: owen }, { agreementId, version: await version(), decision: "confirmed" })).rejects.toMatchObject({ reason: "second-for-withdrawal" });
  expect((await told(agnes, "second-person")).length).toBeGreaterThan(0);
  expect(await asOwner(`SELECT 1 FROM "Agreement" WHERE id = $1 AND "withdrawnAt" IS NULL`, [agreementId])).toHaveLength(1);
  const { caseId } = await makeCase({ by: jo, area: "FEN", rag: "amber" });
  await decideWithdrawal.do({ member: agnes }, { agreementId, version: await version(), decision: "confirmed" });
  await expect(getCaseLog.ask({ member: jo }, { caseId })).rejects.toBeInstanceOf(NotFound);
  await asOwner(`UPDATE "Agreement" SET "withdrawnAt" = NULL, "withdrawnById" = NULL WHERE id = $1`, [agreementId]);
});
