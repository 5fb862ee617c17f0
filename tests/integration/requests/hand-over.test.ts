import { afterEach, beforeAll, expect, it } from "vitest";
import { listCases } from "@/lib/cases/board/queries";
import { closeCase } from "@/lib/assessments/closing/commands";
import { find } from "@/lib/cases/find/queries";
import { getCaseHistory } from "@/lib/cases/history/queries";
import { nameOfficer } from "@/lib/cases/keeping/commands";
import { addEntry } from "@/lib/cases/log/commands";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { getCasePeople } from "@/lib/cases/involvements/queries";
import { shareCase } from "@/lib/cases/sharing/commands";
import { NotFound } from "@/lib/platform/errors";
import { askForAccess } from "@/lib/referrals/asking/commands";
import { acceptLead, declineLead, offerLead, withdrawLead } from "@/lib/referrals/handing-over/commands";
import { listRequests } from "@/lib/referrals/requests/queries";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { getCasePlan } from "@/lib/shared-actions/plan/queries";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { readyToClose } from "../../support/factories-assessments";
import { makeCase } from "../../support/factories-cases";

let jo: string, martin: string, leila: string, devinder: string, dan: string, amina: string, grace: string, helen: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, martin, leila, devinder, dan, amina, grace, helen] = await Promise.all(["Jo Ellwood", "Martin Crake", "Leila Haddad", "Devinder Gill", "Dan Okafor", "Amina Yusuf", "Grace Obi", "Insp Helen Marsh"].map(memberNamed)) as [string, string, string, string, string, string, string, string];
});
afterEach(resetClock);

const partners = [{ agency: "police-fenland" }, { agency: "county-youth-justice", side: "perpetrator" as const }];
const open = (more = {}) => makeCase({ by: jo, area: "FEN", rag: "red", victim: "Dora Denning", alleged: "Peter Arkle", sharedWith: partners, ...more });
const toPeterborough = async (caseId: string, by = jo) => offerLead.do({ member: by }, { caseId, agencyId: await agencyCoded("peterborough-city"), areaId: await areaCoded("PET"), purpose: "The person at risk is theirs now", legalBasis: "cda_s115", note: "Red, and needs a named officer from today." });
const accept = (offerId: string, by = leila) => acceptLead.do({ member: by }, { offerId, version: 1, officerId: by });
const levels = async (caseId: string) => Object.fromEntries((await asOwner<{ code: string; level: string }>(`SELECT a.code, g.level FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE g."caseId" = $1 AND g."revokedAt" IS NULL`, [caseId])).map(({ code, level }) => [code, level]));
const caseOf = async (caseId: string) => (await asOwner<{ area: string; from: string | null; version: number; officer: string }>(`SELECT a.code AS area, f.code AS "from", c.version, c."namedOfficerId" AS officer FROM "Case" c JOIN "Area" a ON a.id = c."areaId" LEFT JOIN "Area" f ON f.id = c."fromAreaId" WHERE c.id = $1`, [caseId]))[0]!;

it("waits for the receiver, who reads the offer and not the case, and then goes over in one step with nothing lost", async () => {
  const { caseId, reference } = await open();
  const { offerId } = await toPeterborough(caseId);
  for (const who of [leila, devinder]) {
    const { view } = await listRequests.ask({ member: who }, {});
    expect(view.toAnswer.find((one) => one.requestId === offerId)).toMatchObject({ reference, caseId: "", reason: "Red, and needs a named officer from today.", wantedWords: "To take over the lead in Peterborough" });
    await expect(getCase.ask({ member: who }, { caseId })).rejects.toThrow(NotFound);
  }
  expect(await levels(caseId)).toMatchObject({ "fenland-dc": "lead" });
  await expect(toPeterborough(caseId)).rejects.toMatchObject({ rule: "offer-waits" });
  const before = await asOwner(`SELECT (SELECT count(*) FROM "Assessment" WHERE "caseId" = $1) AS risk, (SELECT count(*) FROM "ContactPlan" WHERE "caseId" = $1) AS plans`, [caseId]);
  await accept(offerId);
  expect(await levels(caseId)).toEqual({ "peterborough-city": "lead", "fenland-dc": "contribute", "police-fenland": "contribute", "county-youth-justice": "contribute" });
  expect(await caseOf(caseId)).toMatchObject({ area: "PET", from: "FEN", officer: leila });
  expect(await asOwner(`SELECT (SELECT count(*) FROM "Assessment" WHERE "caseId" = $1) AS risk, (SELECT count(*) FROM "ContactPlan" WHERE "caseId" = $1) AS plans`, [caseId])).toEqual(before);
  expect((await getCase.ask({ member: leila }, { caseId })).view.header).toMatchObject({ level: "lead", rag: "red", lead: { officerName: "Leila Haddad" } });
  // The sender and its partners keep working it under the agreement for the district it came from.
  for (const who of [jo, dan]) expect((await getCase.ask({ member: who }, { caseId })).view.header).toMatchObject({ level: "contribute", lead: { officerName: "Leila Haddad" } });
  await addEntry.do({ member: jo }, { caseId, kind: "note", body: "All of it told to Leila." });
  await shareCase.do({ member: leila }, { caseId, agencies: [{ agencyId: await agencyCoded("nene-homes"), level: "contribute", side: "both" }], purpose: "Landlord", legalBasis: "cda_s115" });
  await expect(accept(offerId)).rejects.toMatchObject({ rule: "already-answered" });
});

it("leaves the panel of the old district and comes to that of the new one", async () => {
  const { caseId } = await open({ sharedWith: [] });
  await getCase.ask({ member: helen }, { caseId });
  await accept((await toPeterborough(caseId)).offerId);
  await expect(getCase.ask({ member: helen }, { caseId })).rejects.toThrow(NotFound);
  await getCase.ask({ member: await memberNamed("Insp Ravi Menon") }, { caseId });
  const inOne = async (member: string, area: string) => (await listCases.ask({ member }, { area })).view.rows.some((row) => row.caseId === caseId);
  expect([await inOne(jo, "FEN"), await inOne(leila, "PET")]).toEqual([false, true]);
});

it("shows the perpetrator's side the case as it was: district, lead, number to ring, partners, log, history, list and pointer", async () => {
  await setClock("2026-06-10T09:00:00Z");
  const { caseId, reference } = await open();
  const asked = async () => JSON.stringify([
    (await getCase.ask({ member: amina }, { caseId })).view, (await getCasePlan.ask({ member: amina }, { caseId })).view, (await getCaseHistory.ask({ member: amina }, { caseId })).view, (await getCasePeople.ask({ member: amina }, { caseId })).view,
    (await listCases.ask({ member: amina }, { area: "FEN" })).view, (await listCases.ask({ member: amina }, { area: "PET" })).view, (await find.ask({ member: amina }, { term: reference })).view,
  ]).replace(/"(cursor|now)":"[^"]*"/g, `"":""`);
  await setClock("2026-06-10T15:00:00Z");
  await asked();
  const before = await asked();
  await accept((await toPeterborough(caseId)).offerId);
  await shareCase.do({ member: leila }, { caseId, agencies: [{ agencyId: await agencyCoded("nene-homes"), level: "contribute", side: "both" }], purpose: "Landlord", legalBasis: "cda_s115" });
  await nameOfficer.do({ member: leila }, { caseId, version: (await caseOf(caseId)).version, memberId: devinder });
  await addEntry.do({ member: leila }, { caseId, kind: "note", body: "She settles in Peterborough." });
  const after = await asked();
  // The district stands in the list of those that can be chosen, and nowhere else.
  expect(after.replaceAll(`"name":"Peterborough"`, "")).not.toMatch(/Peterborough|Leila|Devinder|Nene/);
  const plain = (text: string) => text.replace(/"looked(At|Words)":"[^"]*"/g, "").replace(/"default[^,]*,/g, "");
  const [one, other] = [plain(before), plain(after)];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  expect(other.slice(at, at + 80), one.slice(Math.max(0, at - 120), at + 80)).toBe(one.slice(at, at + 80));
}, 60_000);

it("lets nobody who came to it in the new district write to the perpetrator's side: the sender tells them", async () => {
  const { caseId } = await open();
  await accept((await toPeterborough(caseId)).offerId);
  await expect(addEntry.do({ member: leila }, { caseId, kind: "note", body: "He has been served.", audience: { to: "everyone", withOtherSide: true } })).rejects.toMatchObject({ rule: "tells-of-the-move" });
  await expect(raiseAction.do({ member: leila }, { caseId, ownerAgencyId: await agencyCoded("county-youth-justice"), what: "See him" })).rejects.toMatchObject({ rule: "tells-of-the-move" });
  await addEntry.do({ member: jo }, { caseId, kind: "note", body: "He has been served.", audience: { to: "everyone", withOtherSide: true } });
  await raiseAction.do({ member: jo }, { caseId, ownerAgencyId: await agencyCoded("county-youth-justice"), what: "See him" });
});

it("tells the new district only where the asker's agreement covers it", async () => {
  const { caseId, reference } = await open({ sharedWith: [] });
  await accept((await toPeterborough(caseId)).offerId);
  const lead = async (member: string) => (await find.ask({ member }, { term: reference })).view.pointers[0]?.leadName;
  expect(await lead(dan)).toBe("Fenland District Council");
  expect(await lead(amina)).toBe("Fenland District Council");
  expect(await lead(await memberNamed("Asha Patel"))).toMatch(/^Peterborough City Council/);
  expect(await lead(await memberNamed("Farah Aziz"))).toBeUndefined();
  // A question about it reaches whoever leads by now, and says nothing of that to the asker.
  await askForAccess.do({ member: amina }, { reference, level: "contribute", side: "perpetrator", purpose: "Work with him", reason: "He is ours.", memberId: amina });
  const mine = (await listRequests.ask({ member: amina }, {})).view.asked.find((one) => one.reference === reference);
  expect(mine?.toName).toBe("Fenland District Council");
  expect((await listRequests.ask({ member: devinder }, {})).view.toAnswer.map((one) => one.reference)).toContain(reference);
  expect(caseId).toBeTruthy();
});

it("is declined with a reason, or withdrawn, and the sender still leads", async () => {
  const { caseId } = await open();
  const first = await toPeterborough(caseId);
  await declineLead.do({ member: devinder }, { offerId: first.offerId, version: 1, reason: "She has not moved to us yet." });
  expect((await listRequests.ask({ member: jo }, { caseId })).view.ended[0]).toMatchObject({ statusWords: "Refused", answer: "She has not moved to us yet." });
  const second = await toPeterborough(caseId);
  await withdrawLead.do({ member: martin }, { offerId: second.offerId, version: 1 });
  await expect(accept(second.offerId)).rejects.toMatchObject({ rule: "already-answered" });
  expect(await levels(caseId)).toMatchObject({ "fenland-dc": "lead" });
});

it("is not for whoever has no part in it", async () => {
  const { caseId } = await open();
  await expect(toPeterborough(caseId, dan)).rejects.toMatchObject({ reason: "not-lead-agency" });
  const { offerId } = await toPeterborough(caseId);
  for (const who of [dan, grace, await memberNamed("Asha Patel")]) await expect(accept(offerId, who)).rejects.toThrow(NotFound);
  await expect(accept(offerId, jo)).rejects.toMatchObject({ reason: "not-the-receiver" });
  await expect(acceptLead.do({ member: leila }, { offerId, version: 1, officerId: jo })).rejects.toMatchObject({ rule: "not-ours" });
});

it("ends in one way when it is accepted twice, withdrawn and closed at the same moment, and there is one lead throughout", async () => {
  const ends: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    const { caseId } = await open({ rag: "amber" });
    await readyToClose(caseId, jo);
    const { offerId } = await toPeterborough(caseId);
    const { version } = await caseOf(caseId);
    const attempts = [
      accept(offerId), accept(offerId, devinder), withdrawLead.do({ member: martin }, { offerId, version: 1 }),
      closeCase.do({ member: martin }, { caseId, version, outcome: "no_further_reports", reason: "Quiet" }),
    ];
    const done = await Promise.allSettled(round % 2 ? attempts : attempts.reverse());
    const [offer] = await asOwner<{ status: string }>(`SELECT status FROM "Referral" WHERE id = $1`, [offerId]);
    const held = await levels(caseId);
    const leads = Object.entries(held).filter(([, level]) => level === "lead").map(([code]) => code);
    expect(leads).toEqual([offer!.status === "accepted" ? "peterborough-city" : "fenland-dc"]);
    expect(offer!.status).not.toBe("sent");
    expect(done.some(({ status }) => status === "fulfilled")).toBe(true);
    ends.push(offer!.status);
  }
  expect(ends).toHaveLength(8);
}, 120_000);
