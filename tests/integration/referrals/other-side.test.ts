import { beforeAll, expect, test } from "vitest";
import { answerReferral, recordReferral } from "../../../lib/referrals/commands";
import { listReferrals } from "../../../lib/referrals/queries";
import { NotFound } from "../../../lib/platform/errors";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

const referral = { toName: "Fen Hope CIC", sentBy: "phone", consent: "given", legalBasis: "consent_referral" } as const;

let jo: string, leon: string, grace: string;
let made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  await setClock("2026-11-18T10:00:00Z");
  [jo, leon, grace] = await Promise.all(["Jo Ellwood", "Leon Marsden", "Grace Obi"].map(memberNamed)) as [string, string, string];
  made = await makeCase({ by: jo, area: "FEN", rag: "red", sharedWith: [{ agency: "probation", side: "perpetrator" }, { agency: "victim-service", side: "victim" }] });
  return resetClock;
});

const listed = async (member: string) => (await listReferrals.ask({ member }, { caseId: made.caseId })).view.referrals.map(({ question }) => question);

test("an agency on the perpetrator's side refers on, and reads and answers what it referred", async () => {
  const { referralId, respondBy } = await recordReferral.do({ member: leon }, { ...referral, caseId: made.caseId, question: "A place on the course?" });
  await recordReferral.do({ member: grace }, { ...referral, caseId: made.caseId, question: "A visitor for her?" });
  expect(await listed(leon)).toEqual(["A place on the course?"]);
  expect(await listed(grace)).toEqual(["A visitor for her?"]);
  expect((await listed(jo)).sort()).toEqual(["A place on the course?", "A visitor for her?"]);
  expect(await asOwner(`SELECT side FROM "Entry" WHERE body LIKE 'Referred to % A place on the course?'`)).toEqual([{ side: "perpetrator" }]);
  await expect(answerReferral.do({ member: grace }, { referralId, version: 1, status: "accepted", outcome: "Yes" })).rejects.toThrow(NotFound);
  await answerReferral.do({ member: leon }, { referralId, version: 1, status: "accepted", outcome: "From Monday" });
  expect(respondBy).toBeTruthy();
});

test("its time for an answer says nothing of the case's colour", async () => {
  const amber = await makeCase({ by: jo, area: "FEN", rag: "amber", sharedWith: [{ agency: "probation", side: "perpetrator" }] });
  const times = await Promise.all([made, amber].map(({ caseId }) => recordReferral.do({ member: leon }, { ...referral, caseId, question: "And another?" })));
  const days = times.map(({ respondBy }) => respondBy.slice(0, 10));
  expect(days[0]).toBe(days[1]);
  const own = await Promise.all([made, amber].map(({ caseId }) => recordReferral.do({ member: jo }, { ...referral, caseId, question: "And for us?" })));
  expect(own[0]!.respondBy.slice(0, 10)).not.toBe(own[1]!.respondBy.slice(0, 10));
});
