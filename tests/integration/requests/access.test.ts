import { afterEach, beforeAll, expect, it } from "vitest";
import { excludeMember, restrictCase } from "@/lib/cases/keeping/commands";
import { listNotices } from "@/lib/notices/queries";
import { getMyDay } from "@/lib/notices/my-day/queries";
import { getCaseSharing } from "@/lib/assessments/sharing/queries";
import { NotFound } from "@/lib/platform/errors";
import { askForAccess, grantAccess, refuseAccess, withdrawRequest } from "@/lib/referrals/asking/commands";
import { listRequests } from "@/lib/referrals/requests/queries";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { bringToItsEnd } from "../../support/factories-assessments";
import { makeCase } from "../../support/factories-cases";

const asking = { level: "contribute", side: "both", purpose: "Stop the fires", reason: "We were called there three times this month." } as const;
let jo: string, martin: string, beth: string, dan: string, asha: string, callum: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, martin, beth, dan, asha, callum] = await Promise.all(["Jo Ellwood", "Martin Crake", "Beth Sallow", "Dan Okafor", "Asha Patel", "Amina Yusuf"].map(memberNamed)) as [string, string, string, string, string, string];
});
afterEach(resetClock);

const open = (more = {}) => makeCase({ by: jo, area: "FEN", rag: "amber", victim: "Quenby Ossington", ...more });
const ask = (reference: string, by = dan, more = {}) => askForAccess.do({ member: by }, { ...asking, reference, memberId: by, ...more });
const requests = (member: string) => listRequests.ask({ member }, {}).then(({ view }) => view);
const give = { purpose: "Stop the fires", legalBasis: "cda_s115" };
const notices = async (member: string, reference: string) => (await listNotices.ask({ member }, {})).view.notices.filter((one) => one.reference === reference);

it("goes from a pointer to the lead, is given at a lower level under the lead's own words, and names who it is for", async () => {
  const { caseId, reference } = await open();
  await expect(getCaseSharing.ask({ member: dan }, { caseId })).rejects.toThrow(NotFound);
  const { requestId } = await ask(reference.toLowerCase());
  const [mine] = (await requests(dan)).asked.filter((one) => one.requestId === requestId);
  expect(mine).toMatchObject({ reference, caseId: "", wantedWords: "To work on it, both sides", may: { answer: false, withdraw: true } });
  expect(mine!.toName).toBe("Fenland District Council");
  for (const who of [jo, martin]) {
    expect((await requests(who)).toAnswer.map((one) => one.requestId)).toContain(requestId);
    expect((await notices(who, reference))[0]?.words).toContain("asks for reach");
    expect((await getMyDay.ask({ member: who }, {})).view.items.some((item) => item.kind === "request" && item.requestId === requestId)).toBe(true);
  }
  // A colleague of the lead reads it and is not asked; nobody else knows.
  expect((await requests(beth)).toAnswer).toEqual([]);
  expect(JSON.stringify(await requests(callum))).not.toContain(requestId);
  await expect(grantAccess.do({ member: beth }, { accessRequestId: requestId, version: 1, level: "summary", side: "both", ...give })).rejects.toMatchObject({ reason: "not-officer-or-manager" });
  await expect(grantAccess.do({ member: dan }, { accessRequestId: requestId, version: 1, level: "summary", side: "both", ...give })).rejects.toThrow(NotFound);
  await grantAccess.do({ member: jo }, { accessRequestId: requestId, version: 1, level: "summary", side: "both", ...give });
  const { view } = await getCaseSharing.ask({ member: dan }, { caseId });
  expect(view.header.level).toBe("summary");
  expect(view.partners.find(({ isOwn }) => isOwn)?.named).toEqual(["Dan Okafor"]);
  expect((await notices(dan, reference)).map(({ words }) => words)).toContain(`What you asked about ${reference}: agreed`);
});

it("is refused in words that tell the asker nothing more, and not asked again at once", async () => {
  const { caseId, reference } = await open();
  const { requestId } = await ask(reference);
  await expect(ask(reference)).rejects.toMatchObject({ rule: "waiting" });
  await refuseAccess.do({ member: martin }, { accessRequestId: requestId, version: 1, reason: "We have what we need from you. Ring me if that changes." });
  const [ended] = (await requests(dan)).ended.filter((one) => one.requestId === requestId);
  expect(ended).toMatchObject({ statusWords: "Refused", answer: "We have what we need from you. Ring me if that changes.", caseId: "" });
  expect(JSON.stringify(ended)).not.toMatch(/Quenby|amber/);
  await expect(ask(reference)).rejects.toMatchObject({ rule: "asked-lately" });
  await expect(refuseAccess.do({ member: martin }, { accessRequestId: requestId, version: 2, reason: "Again" })).rejects.toMatchObject({ rule: "already-answered" });
  const lines = await asOwner<{ audience: string[] }>(`SELECT audience FROM "Entry" WHERE "caseId" = $1 AND kind = 'access_asked'`, [caseId]);
  expect(lines.map(({ audience }) => audience.length > 0)).toEqual([true, true]);
});

it("cannot be asked about what the asker may not know of, in the words of what was never there", async () => {
  const { caseId, reference, victimId } = await open();
  const hidden = [ask(reference, asha), ask("FEN-2020-09999", asha)];
  for (const one of hidden) await expect(one).rejects.toThrow(NotFound);
  const restricted = await open();
  await restrictCase.do({ member: martin }, { caseId: restricted.caseId, version: await versionOf(restricted.caseId), isRestricted: true, reason: "Somebody told" });
  await expect(ask(restricted.reference)).rejects.toThrow(NotFound);
  await bringToItsEnd(caseId, jo, martin);
  await expect(ask(reference)).rejects.toThrow(NotFound);
  expect(victimId).toBeTruthy();
});

it("gives no more than was asked", async () => {
  const { reference } = await open();
  const { requestId } = await ask(reference, dan, { level: "summary", side: "victim" });
  const more = (level: string, side: string) => grantAccess.do({ member: jo }, { accessRequestId: requestId, version: 1, level, side, ...give });
  await expect(more("contribute", "victim")).rejects.toMatchObject({ rule: "more-than-asked" });
  await expect(more("summary", "both")).rejects.toMatchObject({ rule: "more-than-asked" });
  await more("summary", "victim");
});

it("goes to the managers after a working day, once", async () => {
  await setClock("2026-06-12T14:00:00Z");
  const { reference } = await open();
  const { requestId, respondBy } = await ask(reference);
  // A Friday afternoon: the weekend does not count.
  expect(respondBy.slice(0, 10)).toBe("2026-06-15");
  const escalated = async () => (await asOwner<{ n: number }>("SELECT escalate_requests() AS n"))[0]!.n;
  await setClock("2026-06-14T14:00:00Z");
  expect(await escalated()).toBe(0);
  await setClock("2026-06-15T22:00:00Z");
  expect(await escalated()).toBe(1);
  expect(await escalated()).toBe(0);
  expect((await notices(martin, reference)).map(({ kind }) => kind)).toContain("request-late");
  expect(await asOwner(`SELECT "memberId", "caseId" IS NOT NULL AS on_case FROM "AuditEvent" WHERE verb = 'request.escalated' AND payload LIKE '%' || $1 || '%'`, [requestId])).toEqual([{ memberId: null, on_case: true }]);
  expect((await requests(martin)).toAnswer.find((one) => one.requestId === requestId)?.answerBy?.tone).toBe("late");
});

it("hides from whoever is kept from the case that it was asked about, and ends with the case", async () => {
  const { caseId, reference } = await open({ sharedWith: [{ agency: "police-fenland", level: "summary" }] });
  const { requestId } = await ask(reference);
  await excludeMember.do({ member: jo }, { caseId, memberId: dan, reason: "His sister" });
  expect(JSON.stringify(await requests(dan))).not.toContain(reference);
  await bringToItsEnd(caseId, jo, martin);
  const [row] = await asOwner<{ status: string }>(`SELECT status FROM "Referral" WHERE id = $1`, [requestId]);
  expect(row?.status).toBe("declined");
});

it("is answered once when it is withdrawn, given and refused at the same moment", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { reference, caseId } = await open();
    const { requestId } = await ask(reference);
    const all = await Promise.allSettled([
      withdrawRequest.do({ member: dan }, { accessRequestId: requestId, version: 1 }),
      grantAccess.do({ member: jo }, { accessRequestId: requestId, version: 1, level: "summary", side: "both", ...give }),
      refuseAccess.do({ member: martin }, { accessRequestId: requestId, version: 1, reason: "No" }),
    ]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [row] = await asOwner<{ status: string; held: boolean }>(`SELECT r.status, EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = r."caseId" AND g."agencyId" = $2 AND g."revokedAt" IS NULL) AS held FROM "Referral" r WHERE r."caseId" = $1 AND kind = 'access_request'`, [caseId, await agencyCoded("police-fenland")]);
    expect(row!.held).toBe(row!.status === "accepted");
  }
});

async function versionOf(caseId: string): Promise<number> {
  return (await asOwner<{ version: number }>(`SELECT version FROM "Case" WHERE id = $1`, [caseId]))[0]!.version;
}
