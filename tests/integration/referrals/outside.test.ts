import { beforeAll, expect, it } from "vitest";
import { answerReferral, recordReferral } from "../../../lib/referrals/commands";
import { listReferrals } from "../../../lib/referrals/queries";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, made: MadeCase, trust: string;

beforeAll(async () => {
  await loadTestCounty();
  await setClock("2026-11-16T10:00:00Z");
  jo = await memberNamed("Jo Ellwood");
  trust = await agencyCoded("mental-health-trust");
  made = await makeCase({ by: jo, area: "FEN", rag: "red" });
  return resetClock;
});

const referral = { toName: "Mental health trust", sentBy: "secure_email", question: "Can she be seen this week?", wishes: "By telephone, after four", consent: "given", legalBasis: "consent_referral" } as const;
const refer = (more: object = {}) => recordReferral.do({ member: jo }, { ...referral, caseId: made.caseId, involvementId: made.victimInvolvementId, ...more });

it("scenario 2: a referral to a service that is not on the system is kept with how it went, her wishes, her consent and a clock, and counts as a partner gap", async () => {
  const { referralId, isPartnerGap } = await refer();
  expect(isPartnerGap).toBe(true);
  const [first] = (await listReferrals.ask({ member: jo }, { caseId: made.caseId })).view.referrals;
  expect(first).toMatchObject({
    referralId, toName: "Mental health trust", isPartnerGap: true, gapReason: "not on the system", wishes: "By telephone, after four",
    sentWords: expect.stringMatching(/secure e-?mail/i), isOpen: true, answerBy: { at: expect.any(String) },
  });
  expect(await asOwner(`SELECT kind, side FROM "Entry" WHERE body = 'Referred to Mental health trust: Can she be seen this week?'`)).toEqual([{ kind: "referral", side: "victim" }]);
  await answerReferral.do({ member: jo }, { referralId, version: 1, status: "accepted", outcome: "Assessment on Thursday" });
  await expect(answerReferral.do({ member: jo }, { referralId, version: 2, status: "declined", outcome: "No" })).rejects.toMatchObject({ rule: "already-answered" });
  expect((await listReferrals.ask({ member: jo }, { caseId: made.caseId })).view.referrals[0]).toMatchObject({ isOpen: false, outcome: "Assessment on Thursday", answerBy: null });
});

it("scenario 2: an agency whose agreement has been withdrawn is a partner gap too, is shown nothing of the case, and one with an agreement is none", async () => {
  expect(await refer({ toAgencyId: trust })).toMatchObject({ isPartnerGap: false });
  await asOwner(`UPDATE "AgreementSignature" SET "withdrawnAt" = app_now() WHERE "agencyId" = $1`, [trust]);
  expect(await refer({ toAgencyId: trust })).toMatchObject({ isPartnerGap: true });
  expect(await asOwner(`SELECT "isPartnerGap", "gapReason" FROM "Referral" WHERE "toAgencyId" = $1 ORDER BY "isPartnerGap"`, [trust])).toEqual([{ isPartnerGap: false, gapReason: "" }, { isPartnerGap: true, gapReason: "no live agreement" }]);
  await expect(listReferrals.ask({ member: await memberNamed("Mette Larsen") }, { caseId: made.caseId })).rejects.toThrow("We could not find that.");
  expect(await asOwner(`SELECT id FROM "Grant" WHERE "caseId" = $1 AND "agencyId" = $2`, [made.caseId, trust])).toEqual([]);
});

it("is not sent against her refusal, but for a law that stands without consent", async () => {
  await expect(refer({ consent: "refused" })).rejects.toMatchObject({ rule: "consent-refused" });
  await refer({ consent: "refused", legalBasis: "care_act_s42_45" });
});
