import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { asOwner, expect, expectAccessible, test } from "../support/journeys";
import { letters, ownCase } from "../support/own-case";

const run = promisify(execFile);

/** What the command that verifies the audit says, and how it ends. */
async function verifyAudit(): Promise<{ code: number; words: string }> {
  try {
    const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/verify-audit.ts"], { env: process.env });
    return { code: 0, words: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, words: stdout };
  }
}

test("a constable who opens a neighbour's case with no task there is on record, and in the supervisor's list of that week; nothing of theirs shows or changes it, and what a superuser changes is found in its place", async ({ as }) => {
  test.slow();
  const mark = letters();
  const jo = await as("Jo Ellwood");
  const { caseId, reference } = await ownCase(jo, { victim: { givenName: "Maud", familyName: `Selwyn${mark}` }, alleged: { givenName: "Rab", familyName: `Corder${mark}` }, sharedWith: [{ code: "police-fenland" }] });

  const dan = await as("Dan Okafor");
  for (const tab of ["", "/people"]) {
    await dan.goto(`/cases/${caseId}${tab}`);
    await expect(dan.getByText(reference).first()).toBeVisible();
  }

  // Who, when, what and on what, for the supervisor: the week's list, by keyboard from their own audit.
  const ruth = await as("Sgt Ruth Hale");
  await ruth.goto("/audit/team");
  await ruth.getByRole("link", { name: "Looked without working on it" }).press("Enter");
  await expect(ruth.getByRole("heading", { level: 1, name: /^Looked without working on it/ })).toBeVisible();
  const row = ruth.getByRole("list", { name: "Looked without working on it" }).getByRole("listitem").filter({ hasText: reference });
  await expect(row).toContainText("Dan Okafor");
  await expect(row).toContainText("Neighbourhood constable");
  await expect(row).toContainText("Opened the people of the case");
  await expect(row).toContainText("On Chrome on Linux");
  await expect(row).toContainText(/\d\d:\d\d/);
  await expectAccessible(ruth);
  expect(await ruth.content()).not.toContain(`Selwyn${mark}`);
  // The week before holds nothing of it.
  const weeks = ruth.getByRole("combobox", { name: "Week" });
  const [thisWeek, lastWeek] = await weeks.locator("option").evaluateAll((options) => options.slice(0, 2).map((option) => (option as HTMLOptionElement).value));
  await weeks.selectOption(lastWeek!);
  await ruth.getByRole("button", { name: "Show" }).press("Enter");
  await expect(ruth).toHaveURL(new RegExp(`week=${lastWeek}`));
  await expect(ruth.getByText(reference)).toHaveCount(0);
  await expectAccessible(ruth);
  const phone = await as("Insp Helen Marsh", "phone");
  await phone.goto(`/audit/team/without-work?week=${thisWeek}`);
  await expect(phone.getByText(reference)).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(phone);

  // Whoever works on it is not on the list: a note of theirs is work.
  await ruth.goto(`/cases/${caseId}`);
  await ruth.getByRole("textbox", { name: "Note" }).fill("Read in supervision.");
  await ruth.getByRole("button", { name: /^Add to log/ }).press("Enter");
  await expect(ruth.getByText(/^Added to the log/)).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("listitem").filter({ hasText: reference })).toHaveCount(1);
  await expect(phone.getByRole("listitem").filter({ hasText: reference })).toContainText("Dan Okafor");

  // The constable sees their own trail, and no list, no one else's and no way to change either.
  await dan.goto("/audit");
  await expect(dan.getByRole("list", { name: "What I did" }).getByRole("listitem").filter({ hasText: reference }).filter({ hasText: "Opened the people of the case" }).first()).toBeVisible();
  await expect(dan.getByRole("main").getByRole("button")).toHaveCount(0);
  const [{ id: danId } = { id: "" }] = await asOwner<{ id: string }>(`SELECT id FROM "Member" WHERE name = 'Dan Okafor'`);
  const [{ id: ruthId } = { id: "" }] = await asOwner<{ id: string }>(`SELECT id FROM "Member" WHERE name = 'Sgt Ruth Hale'`);
  for (const address of ["/audit/team/without-work", "/audit/team", `/audit/members/${ruthId}`, `/audit/cases/${caseId}`]) {
    const answer = await dan.goto(address);
    expect([403, 404, 200], address).toContain(answer?.status());
    await expect(dan.getByText("On Chrome on Linux"), address).toHaveCount(0);
    await expect(dan.getByRole("list", { name: /^(Looks|All members, newest first|Looked without working on it)$/ }), address).toHaveCount(0);
  }
  for (const method of ["DELETE", "PUT", "PATCH", "POST"]) {
    for (const address of [`/api/audit/${danId}`, `/api/audit/cases/${caseId}`, "/api/audit"]) {
      const answer = await dan.request.fetch(address, { method, headers: { origin: process.env.APP_ORIGIN!, "idempotency-key": crypto.randomUUID() }, data: {} });
      expect([404, 405], `${method} ${address}`).toContain(answer.status());
    }
  }

  // A superuser makes the look another member's, with every guard of the table off: the command names the line.
  expect((await verifyAudit()).words).toMatch(/^Whole: /m);
  const [line] = await asOwner<{ stream: string; seq: string }>(`SELECT stream, seq FROM "AuditEvent" WHERE "caseId" = $1 AND "memberId" = $2 AND verb = 'case.people'`, [caseId, danId]);
  const changed = (to: string) => asOwner(`BEGIN; ALTER TABLE "AuditEvent" DISABLE TRIGGER USER; UPDATE "AuditEvent" SET "memberId" = '${to}' WHERE stream = '${line!.stream}' AND seq = ${line!.seq}; ALTER TABLE "AuditEvent" ENABLE TRIGGER USER; COMMIT`);
  await changed(ruthId);
  try {
    const found = await verifyAudit();
    expect(found.code).toBe(1);
    expect(found.words).toContain(`${line!.stream}, line ${line!.seq}: `);
    expect(found.words).toMatch(/^BROKEN: 1 places? in/m);
  } finally {
    await changed(danId);
  }
  expect((await verifyAudit()).code).toBe(0);
});
