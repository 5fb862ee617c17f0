import { beforeAll, describe, expect, it } from "vitest";
import { getAgreement, getWithdrawalEffect, listAgreements } from "@/lib/agencies/agreements/register/queries";
import { activateAgreement, addSignatory, decideSignatory, proposeAgreement, withdrawSignature } from "@/lib/agencies/agreements/signing/commands";
import { getCaseLog } from "@/lib/cases/log/queries";
import { Conflict, Forbidden, NotFound } from "@/lib/platform/errors";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

let owen: string;
let agnes: string;
let tom: string;
let fenHope: string;
let rosa: string;

beforeAll(async () => {
  await loadTestCounty();
  [owen, agnes, tom, rosa, fenHope] = [await memberNamed("Owen Price"), await memberNamed("Agnes Quill"), await memberNamed("Tom Barrett"), await memberNamed("Rosa Mill"), await agencyCoded("fen-hope")];
});

const signs = async (agreementId: string, agency: string, by: string) =>
  addSignatory.do({ member: by }, { agreementId, agencyId: await agencyCoded(agency), signatoryName: "Director", signedOn: "2026-01-05", areaIds: [await areaCoded("FEN")] });
const view = async (agreementId: string, by = owen) => (await getAgreement.ask({ member: by }, { agreementId })).view;
const areasOf = (member: string) => plainSqlAs<{ n: number }>(member, `SELECT cardinality(ctx_areas()) AS n`);

async function propose(name: string): Promise<string> {
  const { agreementId } = await proposeAgreement.do({ member: owen }, { name, purposes: ["support"], startsOn: "2026-01-01", endsOn: "2090-12-31" });
  return agreementId;
}

describe("an agreement", () => {
  it("gives nothing until a second person of county governance makes it live, and not by who proposed it or recorded a signature", async () => {
    const agreementId = await propose("Two people");
    await expect(activateAgreement.do({ member: agnes }, { agreementId, version: 1 })).rejects.toMatchObject({ rule: "no-signature" });
    await signs(agreementId, "fen-hope", agnes);
    for (const by of [owen, agnes]) await expect(activateAgreement.do({ member: by }, { agreementId, version: 2 })).rejects.toMatchObject({ reason: "second-person" });
    expect(await areasOf(rosa)).toEqual([{ n: 0 }]);
    const other = await propose("Two people again");
    await signs(other, "fen-hope", owen);
    await expect(activateAgreement.do({ member: agnes }, { agreementId: other, version: 1 })).rejects.toBeInstanceOf(Conflict);
    await activateAgreement.do({ member: agnes }, { agreementId: other, version: 2 });
    expect(await areasOf(rosa)).toEqual([{ n: 1 }]);
    expect((await view(other)).agreement.state.code).toBe("live");
  });

  it("once live takes a further signature from two people alone, and loses one to either at once", async () => {
    const agreementId = await propose("Further signatures");
    await signs(agreementId, "mediation", owen);
    await activateAgreement.do({ member: agnes }, { agreementId, version: 2 });
    expect(await signs(agreementId, "treatment", owen)).toEqual({ isWaiting: true });
    const [proposal] = (await view(agreementId)).proposals;
    await expect(decideSignatory.do({ member: owen }, { proposalId: proposal!.proposalId, version: 1, decision: "confirmed" })).rejects.toMatchObject({ reason: "second-person" });
    await decideSignatory.do({ member: agnes }, { proposalId: proposal!.proposalId, version: 1, decision: "confirmed" });
    const signed = (await view(agreementId)).signatures.find(({ agency }) => agency === "Drug and alcohol service")!;
    expect(signed).toMatchObject({ areas: ["Fenland"], state: { code: "live" } });
    await expect(signs(agreementId, "treatment", owen)).rejects.toMatchObject({ rule: "already-signed" });
  });

  it("is kept by county governance; administrators read what their agency signed, and no more", async () => {
    await expect(proposeAgreement.do({ member: tom }, { name: "Mine", purposes: ["support"], startsOn: "2026-01-01", endsOn: "2090-12-31" })).rejects.toBeInstanceOf(Forbidden);
    const { agreements } = (await listAgreements.ask({ member: tom }, {})).view;
    expect(agreements.map(({ name, signatures }) => [name, signatures])).toEqual([["Cambridgeshire and Peterborough community safety agreement", 1]]);
    const main = await view(agreements[0]!.agreementId, tom);
    expect(main.signatures.map(({ agency }) => agency)).toEqual(["Fen Homes"]);
    await expect(view(await propose("Not theirs"), tom)).rejects.toBeInstanceOf(NotFound);
    await expect(listAgreements.ask({ member: rosa }, {})).rejects.toBeInstanceOf(Forbidden);
  });

  it("is refused by the database itself to one person alone", async () => {
    const agreementId = await propose("By plain SQL");
    await signs(agreementId, "fen-hope", owen);
    await expect(plainSqlAs(owen, `UPDATE "Agreement" SET "activatedAt" = app_now(), "activatedById" = $2 WHERE id = $1`, [agreementId, owen])).rejects.toThrow(/second person|second_person/);
    await expect(plainSqlAs(agnes, `UPDATE "Agreement" SET "endsOn" = '2099-01-01' WHERE id = $1`, [agreementId])).rejects.toThrow(/permission denied/);
    const [{ main } = { main: "" }] = await asOwner<{ main: string }>(`SELECT id AS main FROM "Agreement" WHERE name LIKE 'Cambridgeshire%'`);
    await expect(plainSqlAs(owen, `INSERT INTO "AgreementSignature" ("agreementId", "agencyId", "signatoryName", "signedOn", "recordedById", "recordedAt") VALUES ($1, $2, 'X', '2026-01-01', $3, app_now())`, [main, fenHope, owen])).rejects.toThrow(/row-level security/);
    await expect(plainSqlAs(tom, `INSERT INTO "Agreement" (name, "startsOn", "endsOn", "proposedById") VALUES ('X', '2026-01-01', '2090-01-01', $1)`, [tom])).rejects.toThrow(/row-level security/);
  });
});

describe("a withdrawal", () => {
  it("says in numbers what it would end, then ends it at the next request", async () => {
    const priya = await memberNamed("Priya Shah");
    const { caseId } = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    const [signature] = await asOwner<{ id: string }>(`SELECT s.id FROM "AgreementSignature" s WHERE "agencyId" = $1`, [await agencyCoded("fen-homes")]);
    const signatureId = signature!.id;
    for (const by of [owen, tom]) expect((await getWithdrawalEffect.ask({ member: by }, { signatureId })).view).toEqual({ cases: 1, led: 1, actions: 0, members: 2 });
    const [other] = await asOwner<{ id: string }>(`SELECT s.id FROM "AgreementSignature" s WHERE "agencyId" = $1`, [await agencyCoded("probation")]);
    await expect(getWithdrawalEffect.ask({ member: tom }, { signatureId: other!.id })).rejects.toBeInstanceOf(NotFound);
    expect(await plainSqlAs(tom, `SELECT * FROM withdrawal_effect($1)`, [other!.id])).toEqual([]);
    await getCaseLog.ask({ member: priya }, { caseId });
    await withdrawSignature.do({ member: owen }, { signatureId, version: 1, reason: "They merge" });
    await expect(getCaseLog.ask({ member: priya }, { caseId })).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawSignature.do({ member: owen }, { signatureId, version: 2, reason: "Again" })).rejects.toMatchObject({ rule: "already-withdrawn" });
  });
});
