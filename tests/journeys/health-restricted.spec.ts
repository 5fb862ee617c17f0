import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";
import { mailsIn } from "../support/mail-folder";
import { letters, ownCase } from "../support/own-case";
import { everythingAbout, listenTo } from "../support/received";

const notices = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });
const sealedLine = (page: Page, line: string) => page.getByRole("group", { name: "Before you do anything" }).getByText(line);

/** Writes into the log for health agencies alone, with one line for the others, by keyboard. */
async function recordsForHealth(page: Page, body: string, line: string): Promise<void> {
  await tabTo(page, "textbox", "Note");
  await page.keyboard.type(body);
  await tabTo(page, "button", "Change who reads it");
  await page.keyboard.press("Enter");
  await tabTo(page, "radio", "Everyone working the case");
  for (let right = 0; right < 3; right += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Mental health trust alone" })).toBeChecked();
  await expect(page.getByText("Mental health trust will read this.")).toBeVisible();
  await tabTo(page, "textbox", /^One line that the others see/);
  await page.keyboard.type(line);
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Confirmed by a professional" }).check();
  await tabTo(page, "button", /^Add to log/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Added to the log\. Mental health trust can read it now/)).toBeVisible();
}

test("what a nurse records for health alone is one line to everyone else, in nothing their browser is sent; in an emergency it opens to one member for four hours, and health and governance are told without a word of it", async ({ as }) => {
  test.slow();
  const mark = letters();
  const [diagnosis, coordinator] = [`zoster${mark}`, `Quillon${mark}`];
  const body = `Diagnosed with ${diagnosis}. Care coordinator ${coordinator}, seen each Monday.`;
  const line = `Known to secondary mental health; plain language; do not visit alone, number ${mark}`;
  const reason = `On the roof and shouting, number ${mark}`;
  const jo = await as("Jo Ellwood");
  const { caseId, reference } = await ownCase(jo, {
    victim: { givenName: "Oswin", familyName: `Hargate${mark}` }, alleged: { givenName: "Kit", familyName: `Lowther${mark}` },
    answers: { H1: "most_days", H2: "yes", H3: "yes", H5: "current", V3: "yes", S1: "alone", I1: "extreme", I2: "both", I3: "household", I4: "routine" },
    sharedWith: [{ code: "fen-homes" }, { code: "police-fenland" }, { code: "mental-health-trust" }],
  });
  expect(await asOwner(`SELECT rag FROM "Case" WHERE id = $1`, [caseId])).toEqual([{ rag: "red" }]);

  const mette = await as("Mette Larsen");
  await mette.goto(`/cases/${caseId}`);
  await recordsForHealth(mette, body, line);
  await mette.reload();
  await expect(mette.getByText(body)).toBeVisible();
  await expect(mette.getByText("Confirmed by a professional").first()).toBeVisible();

  // A housing officer, a constable and the chair of the panel: the line, whom to ask, and nothing else anywhere.
  for (const name of ["Priya Shah", "Dan Okafor", "Insp Helen Marsh"]) {
    const page = await as(name, name === "Priya Shah" ? "phone" : "desk");
    const received = listenTo(page);
    await page.goto(`/cases/${caseId}`);
    await expect(sealedLine(page, line)).toBeVisible();
    await expect(page.getByText(/Health information held, ask Mental health trust/)).toBeVisible();
    await expect(page.getByText("Live: new entries appear by themselves")).toBeVisible();
    await expectAccessible(page);
    await page.goto("/find");
    await page.getByRole("textbox", { name: /^Name, address or case reference/ }).fill(diagnosis);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Nothing found that you may see" })).toBeVisible();
    await page.goto("/meetings");
    const { all, feed, log } = await everythingAbout(page, caseId, [diagnosis, coordinator, `Diagnosed with ${diagnosis}`]);
    expect(feed).toContain("Music through the wall");
    expect(log).toContain("Music through the wall");
    expect(all).toContain(line);
    const told = `${all}\n${(await received()).replaceAll(`"term":"${diagnosis}"`, "")}`;
    for (const secret of [diagnosis, coordinator, "seen each Monday"]) expect(told, `${name} was sent ${secret}`).not.toContain(secret);
  }

  const dan = await as("Dan Okafor");
  await dan.goto(`/cases/${caseId}`);
  await tabTo(dan, "button", "Open in an emergency: what Mental health trust holds");
  await dan.keyboard.press("Enter");
  const dialog = dan.getByRole("dialog");
  await expect(dialog).toContainText("Mental health trust and information governance are told at once, with your name and reason.");
  await expectAccessible(dan);
  await tabTo(dan, "textbox", /^What is happening, and why you need this now/);
  await dan.keyboard.press("Control+Enter");
  await expect(dialog.getByText(/Say what is happening and why you need this/).first()).toBeVisible();
  await tabTo(dan, "textbox", /^What is happening, and why you need this now/);
  await dan.keyboard.type(reason);
  await dan.keyboard.press("Control+Enter");
  await expect(dan.getByText(/^You are reading a sealed entry of Mental health trust in an emergency, until/)).toBeVisible();
  await expect(dan.getByText(body)).toBeVisible();
  await expectAccessible(dan);
  const [glass] = await asOwner<{ id: string; hours: number; reason: string }>(`SELECT b.id, extract(epoch FROM b."endsAt" - b."startedAt")::int / 3600.0 AS hours, b.reason FROM "BreakGlass" b WHERE b."caseId" = $1`, [caseId]);
  expect(Number(glass!.hours)).toBe(4);
  expect(glass!.reason).toBe(reason);
  const ruth = await as("Sgt Ruth Hale");
  await ruth.goto(`/cases/${caseId}`);
  await expect(sealedLine(ruth, line)).toBeVisible();
  expect(await ruth.content()).not.toContain(diagnosis);

  // Health and governance are told that it was opened, by whom and why; what it holds is in neither notice nor mail.
  for (const name of ["Mette Larsen", "Owen Price"]) {
    const page = await as(name);
    const received = listenTo(page);
    await page.goto("/notices");
    await expect(notices(page, reason)).toContainText(/Police Fenland opened a sealed entry/);
    await expect(notices(page, reason)).toContainText("Urgent");
    await expectAccessible(page);
    expect(await received()).not.toContain(diagnosis);
  }
  const folder = process.env.HEREWARD_MAILS!;
  const mailed = (to: string) => mailsIn(folder).some((mail) => mail.includes(to));
  for (const address of ["mette.larsen@mental-health-trust.example", "owen.price@county-governance.example"]) await expect.poll(() => mailed(address), { timeout: 20_000 }).toBe(true);
  for (const mail of mailsIn(folder)) for (const secret of [diagnosis, coordinator, mark, reference, caseId, "Okafor", "Hargate"]) expect(mail).not.toContain(secret);

  // After its time it is the line again. Its four hours are made to have passed: the clock is everybody's.
  await asOwner(`BEGIN; ALTER TABLE "BreakGlass" DISABLE TRIGGER USER;
    UPDATE "BreakGlass" SET "startedAt" = "startedAt" - interval '4 hours', "endsAt" = "endsAt" - interval '4 hours' WHERE id = '${glass!.id}';
    ALTER TABLE "BreakGlass" ENABLE TRIGGER USER; COMMIT`);
  await dan.reload();
  await expect(sealedLine(dan, line)).toBeVisible();
  expect((await everythingAbout(dan, caseId, [diagnosis])).all).not.toContain(diagnosis);
});
