import { generateSync } from "otplib";
import { beforeAll, expect, it } from "vitest";
import { addAgency, addArea, changeAgency, changeArea } from "@/lib/agencies/county/commands";
import { getChecklist, getCounty } from "@/lib/agencies/county/queries";
import { activateAgreement, addSignatory, proposeAgreement } from "@/lib/agencies/agreements/signing/commands";
import { addMember } from "@/lib/agencies/members/commands";
import { decideRoles } from "@/lib/agencies/members/roles/commands";
import { getReportForm } from "@/lib/assessments/intake/form/queries";
import { finishLink, openLink } from "@/lib/platform/sign-in/joining/links";
import { inviteFirst, NotEmpty } from "@/prisma/seed/first";
import { ownerClient } from "@/prisma/seed/owner";
import { asOwner } from "../../support/database";

const from = { device: "A browser", address: "10.0.0.3" };
const two = { county: "County partnership", governance: { name: "Ada Warden", email: "ada.warden@county.example" }, system: { name: "Bede Scribe", email: "bede.scribe@county.example" } };
let ada: { session: string };
let bede: { session: string };

async function letIn(secret: string): Promise<{ session: string }> {
  const { authenticator } = await openLink({ secret, address: from.address });
  const { token } = await finishLink({ secret, password: "four teal tigers skate", code: generateSync({ secret: authenticator!.key.replace(/ /g, "") }), ...from });
  return { session: token };
}
const secretOf = (link: string) => link.split("#")[1]!;
const next = async () => (await getChecklist.ask(ada, {})).view.steps.find((step) => step.isNext)?.key;

beforeAll(async () => {
  const db = ownerClient();
  try {
    expect(await asOwner(`SELECT 1 FROM "Area" UNION ALL SELECT 1 FROM "Agency" UNION ALL SELECT 1 FROM "Member"`)).toEqual([]);
    const [governance, system] = await inviteFirst(db, two);
    [ada, bede] = [await letIn(governance!.secret), await letIn(system!.secret)];
    await expect(inviteFirst(db, two)).rejects.toBeInstanceOf(NotEmpty);
  } finally {
    await db.$disconnect();
  }
});

it("goes from the first two people to a member who can take a report, through the pages' own commands", async () => {
  expect(await next()).toBe("areas");
  const { areaId } = await addArea.do(ada, { code: "fen", name: "Fenland" });
  await expect(addArea.do(ada, { code: "FEN", name: "Another" })).rejects.toMatchObject({ rule: "code-taken" });
  expect(await next()).toBe("agencies");
  const given = { code: "fenland-dc", name: "Fenland District Council", shortName: "Fenland DC", organisation: "Fenland District Council", kind: "council", emailDomains: "fenland.example, @FENLAND.gov.example" };
  const { agencyId } = await addAgency.do(ada, given);
  await expect(addAgency.do(ada, { ...given, code: "other" })).rejects.toMatchObject({ rule: "name-taken" });
  const row = (await getCounty.ask(ada, {})).view.agencies.find((one) => one.agencyId === agencyId)!;
  expect(row).toMatchObject({ emailDomains: ["fenland.example", "fenland.gov.example"], members: 0, admins: 0, kindWords: "Council, community safety" });
  await changeAgency.do(bede, { agencyId, version: row.version, name: row.name, shortName: row.shortName, emailDomains: "fenland.example" });
  expect(await next()).toBe("agreements");
  const today = new Date().toISOString().slice(0, 10);
  const { agreementId } = await proposeAgreement.do(ada, { name: "County agreement", purposes: ["prevent_asb"], startsOn: today, endsOn: "2090-12-31" });
  await addSignatory.do(ada, { agreementId, agencyId, signatoryName: "Chief executive", signedOn: today, areaIds: [areaId], coversTriage: true });
  await expect(activateAgreement.do(ada, { agreementId, version: 2 })).rejects.toMatchObject({ reason: "second-person" });
  await activateAgreement.do(bede, { agreementId, version: 2 });
  expect(await next()).toBe("admins");
  const lead = await addMember.do(ada, { agencyId, name: "Cole Lead", email: "cole.lead@fenland.example", title: "Team leader", roles: ["practitioner", "agency_admin"] });
  expect([lead.inviteWaits, lead.waiting]).toEqual([false, ["Administers the agency"]]);
  const [request] = await asOwner<{ id: string }>(`SELECT id FROM "RoleRequest"`);
  await expect(decideRoles.do(ada, { requestId: request!.id, version: 1, decision: "granted" })).rejects.toMatchObject({ reason: "second-person" });
  await decideRoles.do(bede, { requestId: request!.id, version: 1, decision: "granted" });
  const cole = await letIn(secretOf(lead.link));
  expect(await next()).toBe("intake");
  await changeArea.do(ada, { areaId, version: 1, name: "Fenland", intakeMemberId: lead.memberId });
  await expect(changeArea.do(ada, { areaId, version: 2, name: "Fenland", intakeMemberId: await memberOf("Bede Scribe") })).rejects.toMatchObject({ rule: "not-a-taker" });
  expect(await next()).toBeUndefined();
  const dee = await addMember.do(cole, { name: "Dee Officer", email: "dee.officer@fenland.example", title: "ASB officer", roles: ["practitioner"] });
  const session = await letIn(secretOf(dee.link));
  expect((await getReportForm.ask(session, {})).actor.areaIds).toEqual([areaId]);
});

async function memberOf(name: string): Promise<string> {
  return (await asOwner<{ id: string }>(`SELECT id FROM "Member" WHERE name = $1`, [name]))[0]!.id;
}
