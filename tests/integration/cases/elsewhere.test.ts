import { afterEach, beforeAll, expect, it } from "vitest";
import { addInvolvement } from "@/lib/cases/involvements/commands";
import { recordMove } from "@/lib/cases/involvements/moving/commands";
import { find } from "@/lib/cases/find/queries";
import { restrictCase } from "@/lib/cases/keeping/commands";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { recordIntervention } from "@/lib/interventions/commands";
import { acceptLead, offerLead } from "@/lib/referrals/handing-over/commands";
import { NotFound } from "@/lib/platform/errors";
import { getReport } from "@/lib/reports/page/queries";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase } from "../../support/factories-cases";
import { addressIn, aReport, take } from "../../support/factories-reports";

let jo: string, farah: string, hannah: string, leila: string, grace: string, tom: string, ben: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, farah, hannah, leila, grace, tom, ben] = await Promise.all(["Jo Ellwood", "Farah Aziz", "Hannah Ouse", "Leila Haddad", "Grace Obi", "Tom Barrett", "Leon Marsden"].map(memberNamed)) as [string, string, string, string, string, string, string];
});
afterEach(resetClock);

let count = 0;

/** A case of Fenland against somebody of a name of their own, with an order in force, one that has ended, and a warning. */
async function feared() {
  count += 1;
  const name = `Arkle${String.fromCharCode(96 + count)}`;
  const made = await makeCase({ by: jo, area: "FEN", rag: "red", victim: "Dora Denning", alleged: `Peter ${name}`, sharedWith: [{ agency: "probation", side: "perpetrator" }] });
  const [alleged] = await asOwner<{ personId: string; involvementId: string }>(`UPDATE "Person" p SET "bornOn" = '1984-07-09' FROM "Involvement" i WHERE i."personId" = p.id AND i."caseId" = $1 AND i.role = 'alleged_perpetrator' RETURNING p.id AS "personId", i.id AS "involvementId"`, [made.caseId]);
  const order = (more: object) => recordIntervention.do({ member: jo }, { caseId: made.caseId, personId: alleged!.personId, typeCode: "good_neighbour_agreement", startsOn: "2026-06-01", endsOn: "2027-05-31", ...more });
  await order({ terms: "Not to go near the row of cottages." });
  await order({ terms: "An old one.", endsOn: "2026-06-30" });
  await order({ terms: "Only thought of.", status: "considered" });
  await asOwner(`INSERT INTO "Warning" ("caseId", "personId", words, "reviewOn", "recordedById") VALUES ($1, $2, 'Keeps a dog that bites: two officers', '2027-01-15', $3)`, [made.caseId, alleged!.personId, jo]);
  await asOwner(`INSERT INTO "Warning" ("caseId", "personId", words, "reviewOn", "recordedById", "endedAt") VALUES ($1, $2, 'Long over', '2026-01-15', $3, app_now())`, [made.caseId, alleged!.personId, jo]);
  return { ...made, ...alleged!, name };
}
type Feared = Awaited<ReturnType<typeof feared>>;

const moves = async ({ caseId, involvementId }: Feared, code = "HUN", more = {}, version = 1) =>
  recordMove.do({ member: jo }, { caseId, involvementId, version, placeId: (await addressIn(code, 5 + version)).id, movedOn: "2026-11-03", isConfidential: false, ...more });

/** A report of somebody in Huntingdon against somebody so named; what it says to whoever reads it. */
async function met(name: string, by = farah, bornOn = "1984-07-09", area = "HUN") {
  const { reportId } = (await take(by, aReport({ placeId: (await addressIn(area, count + 20)).id, confirmedNew: true, responsible: [{ person: { kind: "individual", givenName: "peter", familyName: name.toUpperCase(), bornOn } }] })));
  return { reportId, elsewhere: (await getReport.ask({ member: by }, { reportId })).view.elsewhere };
}

it("tells whoever meets them in the district they moved to whom to ring, the terms in force and staff safety, and nothing else", async () => {
  await setClock("2026-11-18T09:00:00Z");
  const one = await feared();
  expect((await met(one.name)).elsewhere).toEqual([]);
  const { pointedToIn } = await moves(one);
  expect(pointedToIn).toBe("Huntingdonshire");
  const { reportId, elsewhere } = await met(one.name, farah, "1984-07-09");
  expect(elsewhere).toEqual([{
    id: expect.any(String), personId: expect.any(String), name: `peter ${one.name.toUpperCase()}`, reference: one.reference, leadName: "Fenland DC", phone: expect.stringMatching(/\d/),
    orders: [{ label: "Good neighbour agreement", terms: "Not to go near the row of cottages.", untilWords: "to Mon 31 May 2027" }],
    warnings: [{ words: "Keeps a dog that bites: two officers", reviewWords: "Review Fri 15 Jan 2027." }],
  }]);
  expect(elsewhere[0]!.personId).not.toBe(one.personId);
  // It is a pointer of that meeting: the case itself is as far away as it was, and nobody finds it by its reference.
  await expect(getCase.ask({ member: farah }, { caseId: one.caseId })).rejects.toThrow(NotFound);
  expect((await find.ask({ member: farah }, { term: one.reference })).view).toMatchObject({ cases: [], pointers: [] });
  expect((await getReport.ask({ member: await memberNamed("Clive Warboy") }, { reportId })).view.elsewhere).toHaveLength(1);
});

it("tells it above a case, too, on both sides and the perpetrator's", async () => {
  const one = await feared();
  await moves(one);
  const theirs = await makeCase({ by: farah, area: "HUN", rag: "amber", sharedWith: [{ agency: "victim-service", side: "victim" }, { agency: "ouse-valley" }] });
  await addInvolvement.do({ member: farah }, { caseId: theirs.caseId, role: "alleged_perpetrator", person: { kind: "individual", givenName: "Peter", familyName: one.name, bornOn: "1984-07-09" } });
  const above = async (member: string) => (await getCase.ask({ member }, { caseId: theirs.caseId })).view.header.warnings.filter(({ kind }) => kind === "elsewhere");
  for (const who of [farah, hannah]) expect(await above(who)).toMatchObject([{ kind: "elsewhere", reference: one.reference, orders: [{}], warnings: [{}] }]);
  expect(await above(grace)).toEqual([]);
});

it("matches nobody by half, and tells nothing of an address that is kept confidential, of a home that is left, or of a restricted case", async () => {
  const one = await feared();
  await moves(one);
  expect((await met(one.name, farah, "1984-07-10")).elsewhere).toEqual([]);
  expect((await met(`${one.name}s`)).elsewhere).toEqual([]);
  expect((await met(one.name, leila, "1984-07-09", "PET")).elsewhere).toEqual([]);
  const { reportId, elsewhere } = await met(one.name);
  expect(elsewhere).toHaveLength(1);
  const again = async () => (await getReport.ask({ member: farah }, { reportId })).view.elsewhere;
  await restrictCase.do({ member: await memberNamed("Martin Crake") }, { caseId: one.caseId, version: (await asOwner<{ version: number }>(`SELECT version FROM "Case" WHERE id = $1`, [one.caseId]))[0]!.version, isRestricted: true, reason: "Nobody else is to know." });
  expect(await again()).toEqual([]);
  await asOwner(`UPDATE "Case" SET "isRestricted" = false WHERE id = $1`, [one.caseId]);
  expect(await again()).toHaveLength(1);
  await moves(one, "SCA", {}, 2);
  expect(await again()).toEqual([]);
  const other = await feared();
  expect((await moves(other, "HUN", { isConfidential: true })).pointedToIn).toBe("");
  expect((await met(other.name)).elsewhere).toEqual([]);
});

it("says nothing to who is kept from that case", async () => {
  const one = await feared();
  await moves(one);
  const { reportId, elsewhere } = await met(one.name);
  expect(elsewhere).toHaveLength(1);
  await asOwner(`INSERT INTO "CaseExclusion" ("caseId", "memberId", reason, "recordedById") VALUES ($1, $2, 'His brother', $3)`, [one.caseId, farah, jo]);
  expect((await getReport.ask({ member: farah }, { reportId })).view.elsewhere).toEqual([]);
});

it("follows a pointer by agreement, and says nothing to who reads the case itself", async () => {
  const one = await feared();
  expect((await met(one.name, tom, "1984-07-09", "FEN")).elsewhere).toMatchObject([{ reference: one.reference, orders: [{}], warnings: [{}] }]);
  expect((await met(one.name, jo, "1984-07-09", "FEN")).elsewhere).toEqual([]);
  expect((await met(one.name, ben, "1984-07-09", "FEN")).elsewhere).toEqual([]);
});

it("never tells where a case went that was handed over to another district", async () => {
  const one = await feared();
  const { offerId } = await offerLead.do({ member: jo }, { caseId: one.caseId, agencyId: await agencyCoded("peterborough-city"), areaId: await areaCoded("PET"), purpose: "Hers now", legalBasis: "cda_s115", note: "Red." });
  await acceptLead.do({ member: leila }, { offerId, version: 1, officerId: leila });
  await moves(one);
  const { elsewhere } = await met(one.name);
  expect(elsewhere).toMatchObject([{ reference: one.reference, leadName: "Fenland DC" }]);
  expect(JSON.stringify(elsewhere)).not.toMatch(/Peterborough|Dora|Denning/);
  // The new lead may say where the alleged lives now; who works with him reads the address and not who wrote it.
  await recordMove.do({ member: leila }, { caseId: one.caseId, involvementId: one.involvementId, version: 2, placeId: (await addressIn("HUN", 9)).id, movedOn: "2026-11-04", isConfidential: false });
  expect(await asOwner(`SELECT side FROM "Entry" WHERE "caseId" = $1 AND kind = 'address' ORDER BY seq`, [one.caseId])).toEqual([{ side: "perpetrator" }, { side: "victim" }]);
});

it("outlives its case by its order, and ends with it", async () => {
  await setClock("2026-11-18T09:00:00Z");
  const one = await feared();
  await moves(one);
  const { reportId } = await met(one.name);
  const again = async () => (await getReport.ask({ member: farah }, { reportId })).view.elsewhere;
  await asOwner(`UPDATE "Case" SET status = 'closed', "closedAt" = app_now(), outcome = 'no_further_reports' WHERE id = $1`, [one.caseId]);
  expect(await again()).toHaveLength(1);
  await setClock("2027-06-01T09:00:00Z");
  expect(await again()).toEqual([]);
});
