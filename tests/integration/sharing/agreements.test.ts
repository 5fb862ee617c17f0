import { Client } from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { getCaseSharing } from "@/lib/assessments/sharing/queries";
import { shareCase } from "@/lib/cases/sharing/commands";
import { NotFound } from "@/lib/platform/errors";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock, testDatabase } from "../../support/database";
import { makeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

const basis = { purpose: "Stop the noise at night", legalBasis: "cda_s17" };
let priya: string, dan: string;

beforeAll(async () => {
  await loadTestCounty();
  [priya, dan] = await Promise.all(["Priya Shah", "Dan Okafor"].map(memberNamed)) as [string, string];
});
afterEach(resetClock);

const sharing = (member: string, caseId: string) => getCaseSharing.ask({ member }, { caseId }).then(({ view }) => view);

/** Gives an agency reach by SQL alone, as the application's role with a member's context, past the first wall. */
async function insertGrantAs(member: string, caseId: string, agencyCode: string): Promise<void> {
  await plainSqlAs(member, `INSERT INTO "Grant" ("caseId", "agencyId", level, purpose, "legalBasis", "grantedById") VALUES ($1, $2, 'contribute', 'p', 'cda_s17', $3)`, [caseId, await agencyCoded(agencyCode), member]);
}

/** What the worker's timetable runs, as the worker's role: how many ended signatures it noted. */
async function systemNotes(): Promise<number> {
  const worker = new Client({ connectionString: testDatabase().JOBS_DATABASE_URL });
  await worker.connect();
  const { rows } = await worker.query<{ noted: number }>("SELECT note_ended_agreements() AS noted").finally(() => worker.end());
  return rows[0]!.noted;
}

describe("an agency without a live agreement for the district", () => {
  it("is refused by the command, with the reason and what can be done instead", async () => {
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    const share = shareCase.do({ member: priya }, { caseId, agencies: [{ agencyId: await agencyCoded("fen-hope"), level: "summary", side: "victim" }], ...basis });
    await expect(share).rejects.toMatchObject({ rule: "no-live-agreement", words: expect.stringContaining("information governance"), detail: { agencyIds: [await agencyCoded("fen-hope")] } });
    const view = await sharing(priya, caseId);
    expect(view.partners).toHaveLength(1);
    const hope = view.offer?.candidates.find(({ name }) => name === "Fen Hope CIC");
    expect(hope?.refusal).toBe("Fen Hope CIC has no live agreement for Fenland.");
    expect(view.offer?.governance?.agencyName).toBe("County information governance");
  });

  it("drags down the agencies it is chosen with: nothing is shared with any", async () => {
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    const agencies = await Promise.all(["police-fenland", "nene-homes"].map(async (code) => ({ agencyId: await agencyCoded(code), level: "summary", side: "both" })));
    await expect(shareCase.do({ member: priya }, { caseId, agencies, ...basis })).rejects.toMatchObject({ rule: "no-live-agreement" });
    expect((await sharing(priya, caseId)).partners).toHaveLength(1);
  });

  it("is refused by the database too, whoever writes the row", async () => {
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    await expect(insertGrantAs(priya, caseId, "fen-hope")).rejects.toThrow(/row-level security/);
    await expect(insertGrantAs(priya, caseId, "nene-homes")).rejects.toThrow(/row-level security/);
    await insertGrantAs(priya, caseId, "police-fenland");
    expect((await sharing(dan, caseId)).header.level).toBe("contribute");
  });

  it("cannot be given a case by an agency that does not lead it", async () => {
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    await expect(insertGrantAs(dan, caseId, "fire")).rejects.toThrow(/row-level security/);
  });
});

describe("an agreement that ends at midnight", () => {
  it("stops reading at the next request, and the lead goes on seeing what is left behind", async () => {
    const police = await agencyCoded("police-fenland");
    await setClock("2026-10-30T12:00:00Z");
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    await asOwner(`INSERT INTO "SharedAction" ("caseId", what, "askedById", "askedByAgencyId", "ownerAgencyId", "dueAt") VALUES ($1, 'Patrol the alley', $2, $3, $4, '2026-11-05T17:00:00Z')`, [caseId, priya, await agencyCoded("fen-homes"), police]);
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = '2026-10-31' WHERE "agencyId" = $1`, [police]);

    expect((await sharing(priya, caseId)).partners[1]).toMatchObject({ agreement: "ending", agreementWords: expect.stringContaining("31 October 2026") });
    // Winter time: London's midnight is UTC's.
    await setClock("2026-10-31T23:59:30Z");
    await sharing(dan, caseId);
    await setClock("2026-11-01T00:00:30Z");
    await expect(sharing(dan, caseId)).rejects.toThrow(NotFound);

    const left = (await sharing(priya, caseId)).partners[1];
    expect(left).toMatchObject({ agreement: "ended", agreementWords: expect.stringContaining("ended at midnight on 31 October 2026"), openActions: [{ what: "Patrol the alley" }] });
    expect(await systemNotes()).toBe(1);
    expect(await systemNotes()).toBe(0);
    const [noted] = await asOwner<{ payload: string; memberId: string | null }>(`SELECT payload, "memberId" FROM "AuditEvent" WHERE verb = 'agreement.ended' ORDER BY at DESC LIMIT 1`);
    expect(noted!.memberId).toBeNull();
    expect(JSON.parse((JSON.parse(noted!.payload) as { detail: string }).detail)).toMatchObject({ agencyId: police, lastDay: "2026-10-31", openCases: 2 });
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL WHERE "agencyId" = $1`, [police]);
    expect((await sharing(dan, caseId)).header.level).toBe("contribute");
  });

  it("covers its districts alone", async () => {
    const { caseId } = await makeCase({ by: priya, area: "ECA", rag: "amber" });
    const agency = { agencyId: await agencyCoded("fenland-dc"), level: "summary", side: "both" };
    await expect(shareCase.do({ member: priya }, { caseId, agencies: [agency], ...basis })).rejects.toMatchObject({ rule: "no-live-agreement" });
    await asOwner(`INSERT INTO "SignatureArea" ("signatureId", "areaId") SELECT id, $2 FROM "AgreementSignature" WHERE "agencyId" = $1`, [agency.agencyId, await areaCoded("ECA")]);
    await shareCase.do({ member: priya }, { caseId, agencies: [agency], ...basis });
  });
});
