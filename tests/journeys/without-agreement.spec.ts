import { createHash, randomBytes } from "node:crypto";
import { asOwner, caseThat, expect, expectAccessible, test } from "../support/journeys";

/** Signs a member in who is no persona, as far as the database is concerned. */
async function sessionOf(name: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await asOwner(`INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt") SELECT $1, "userId", id, app_now() + interval '12 hours' FROM "Member" WHERE name = $2`, [createHash("sha256").update(token).digest(), name]);
  return token;
}

/** The last day of an agency's signature, so many days from today: its midnight is the same whichever way the clock gets there, and no other journey's time is touched. */
const lastDay = (agency: string, away: number) => asOwner(`UPDATE "AgreementSignature" SET "endsOn" = london_today() + $2::int WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = $1)`, [agency, away]);

test("an agency without an agreement is shown nothing and offered a way round; one whose agreement ends overnight loses its reach by itself, and those who asked it for something are told", async ({ as, request }) => {
  test.slow();
  const asbCase = await caseThat({ area: "PET", lead: "peterborough-city", notSharedWith: ["fire"] });
  const leila = await as("Leila Haddad");

  // No agreement: not to be chosen, with the reason and what can be done instead.
  await leila.goto(`/cases/${asbCase.id}/sharing`);
  await leila.getByText(/Cannot be chosen: no live agreement for Peterborough/).click();
  await expect(leila.getByText(/Fen Hope CIC has no live agreement/)).toBeVisible();
  await expect(leila.getByText(/County information governance/).first()).toBeVisible();
  await expect(leila.getByRole("checkbox", { name: /Fen Hope/ })).toHaveCount(0);
  await expectAccessible(leila);
  // Nor may it be asked to act, whatever the page offers; referring with consent is kept track of.
  const [{ id: fenHope } = { id: "" }] = await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = 'fen-hope'`);
  const refused = await leila.request.post(`/api/cases/${asbCase.id}/actions`, { headers: { origin: process.env.APP_ORIGIN!, "idempotency-key": crypto.randomUUID() }, data: { ownerAgencyId: fenHope, what: "Offer a place in the day centre" } });
  expect(refused.status()).toBe(422);
  expect(await refused.text()).toMatch(/no live information sharing agreement.*Refer with the person's consent, or ask county information governance/);
  await leila.getByRole("listitem").filter({ hasText: "Fen Hope CIC" }).getByRole("link", { name: "Refer with consent" }).press("Enter");
  await expect(leila.getByRole("heading", { name: /referral/i }).first()).toBeVisible();
  await expect(leila.getByText(/no live agreement for this district, so it sees nothing of the case here/)).toBeVisible();
  await leila.goto(`/cases/${asbCase.id}/sharing`);

  const told = () => asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "Notification" o JOIN "Member" m ON m.id = o."memberId" JOIN "Agency" a ON a.id = m."agencyId" WHERE a.code = 'fen-hope' AND o."caseId" = $1`, [asbCase.id]);
  expect(await told()).toEqual([{ n: 0 }]);

  // Shared with one that has signed, and asked to act.
  const others = leila.getByText(/Others with an agreement|Agencies with an agreement/).first();
  if (!(await leila.getByRole("checkbox", { name: /^Fire and rescue/ }).isVisible())) await others.click();
  await leila.getByRole("checkbox", { name: /^Fire and rescue/ }).press("Space");
  await leila.getByLabel("What they need it for").fill("Bins set alight beside the flats");
  await leila.getByRole("button", { name: "Check who will read what" }).press("Enter");
  await leila.getByRole("button", { name: "Share now" }).press("Enter");
  await expect(leila.getByText(/^Shared with Fire and rescue/)).toBeVisible();
  const what = "Visit the flats about the bins";
  const [{ id: fire } = { id: "" }] = await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = 'fire'`);
  const asked = await leila.request.post(`/api/cases/${asbCase.id}/actions`, { headers: { origin: process.env.APP_ORIGIN!, "idempotency-key": crypto.randomUUID() }, data: { ownerAgencyId: fire, what } });
  expect(asked.status()).toBe(200);
  const steph = { headers: { cookie: `hereward=${await sessionOf("Steph Cutter")}` } };
  const asSteph = async () => (await request.get(`/api/cases/${asbCase.id}/log`, steph)).status();
  await lastDay("fire", 0);
  expect(await asSteph()).toBe(200);

  // Midnight passes.
  await lastDay("fire", -1);
  try {
    expect(await asSteph()).toBe(404);
    await asOwner("SELECT note_ended_agreements()");
    await leila.goto("/notices");
    const notice = leila.getByRole("link", { name: new RegExp(`Fire and rescue.* no longer reaches this: ${what}`) });
    await expect(notice).toBeVisible();
    await expectAccessible(leila);
    await notice.click();
    await expect(leila.getByText(/Fire and rescue.* cannot be asked/)).toBeVisible();
    await expect(leila.getByText(/no live information sharing agreement for this area/).first()).toBeVisible();
    expect(await asOwner(`SELECT "memberId", "agencyId" FROM "AuditEvent" WHERE verb = 'agreement.ended' AND payload LIKE '%' || (SELECT id::text FROM "Agency" WHERE code = 'fire') || '%'`)).toEqual([{ memberId: null, agencyId: null }]);
    const owen = await as("Owen Price");
    await owen.goto("/admin/agreements");
    await owen.getByRole("link", { name: "Cambridgeshire and Peterborough community safety agreement" }).click();
    await expect(owen.getByRole("listitem").filter({ hasText: "Fire and rescue" })).toContainText("Ended");
  } finally {
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'fire')`);
  }
});
