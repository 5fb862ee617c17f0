import type { Page } from "@playwright/test";
import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

const entryWith = (page: Page, words: string) => page.getByRole("region", { name: /^Case log/ }).getByRole("article").filter({ hasText: words });

async function follows(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByText("Live: new entries appear by themselves")).toBeVisible();
}

test("an entry is put right by a new one, by keyboard; the second of two who correct it sees the first's words and loses none", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "red", sharedWith: ["police-fenland", "fen-homes"] });
  const number = Date.now() % 100000;
  const [first, dans, ruths] = [`Seen at the bus stop at 9, number ${number}`, `Seen at the bus station at 9, number ${number}`, `Seen at the bus station at 21:00, number ${number}`];
  const dan = await as("Dan Okafor");
  await follows(dan, asbCase.id);
  await tabTo(dan, "textbox", "Note");
  await dan.keyboard.type(first);
  await dan.keyboard.press("Control+Enter");
  await dan.keyboard.press("Control+Enter");
  await expect(entryWith(dan, first)).toBeVisible();
  expect(await asOwner(`SELECT id FROM "Entry" WHERE body = $1`, [first])).toHaveLength(1);

  const ruth = await as("Sgt Ruth Hale");
  await follows(ruth, asbCase.id);
  for (const [page, words] of [[ruth, ruths], [dan, dans]] as const) {
    await entryWith(page, first).getByRole("button", { name: /^Correct the entry of/ }).press("Enter");
    await tabTo(page, "textbox", "As it should stand");
    await page.keyboard.press("Control+a");
    await page.keyboard.type(words);
    await tabTo(page, "textbox", "What was wrong");
    await page.keyboard.type(`Said ${page === dan ? "where" : "when"} wrongly`);
  }
  await expectAccessible(dan);
  await dan.keyboard.press("Control+Enter");
  await expect(dan.getByText("Corrected. The first wording stays below it.")).toBeVisible();
  await ruth.keyboard.press("Control+Enter");
  const dialog = ruth.getByRole("dialog");
  await expect(dialog.getByRole("alert").filter({ hasText: "A colleague corrected this while you were writing." })).toContainText(dans);
  await expect(dialog.getByRole("textbox", { name: "As it should stand" })).toHaveValue(ruths);
  await expectAccessible(ruth);
  await tabTo(ruth, "button", "Save the correction");
  await ruth.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);

  const standing = entryWith(dan, ruths);
  await expect(standing).toBeVisible({ timeout: 3_000 });
  await standing.locator("summary").press("Enter");
  await expect(standing.getByText(first)).toBeVisible();
  await expect(standing.getByText(dans)).toBeVisible();
  await expect(standing.getByText(/Why: Said when wrongly/)).toBeVisible();
  await expectAccessible(dan);
  expect(await asOwner(`SELECT id FROM "Entry" WHERE body = ANY ($1)`, [[first, dans, ruths]])).toHaveLength(3);
});

test("an entry is for the case's named members, or for named agencies with one line for the others, by keyboard; the rest see nothing of it", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "red", sharedWith: ["police-fenland", "fen-homes"] });
  const number = Date.now() % 100000;
  const [forMembers, forCouncil, notice, last] = [`Informant's street, number ${number}`, `Covert patrol on Friday, number ${number}`, `We hold something on this. Ask for the sergeant, number ${number}`, `For everyone, number ${number}`];
  const [dan, jo, priya] = [await as("Dan Okafor"), await as("Jo Ellwood"), await as("Priya Shah")];
  for (const page of [dan, jo, priya]) await follows(page, asbCase.id);
  async function write(words: string, chooseReaders: () => Promise<void>) {
    await tabTo(dan, "textbox", "Note");
    await dan.keyboard.type(words);
    await tabTo(dan, "button", "Change who reads it");
    await dan.keyboard.press("Enter");
    await tabTo(dan, "radio", "Everyone working the case");
    await chooseReaders();
    await expectAccessible(dan);
    await tabTo(dan, "button", /^Add to log/);
    await dan.keyboard.press("Enter");
    await expect(entryWith(dan, words)).toBeVisible();
  }
  await write(forMembers, async () => {
    await dan.keyboard.press("ArrowRight");
    await dan.keyboard.press("ArrowRight");
    await expect(dan.getByText(/Jo Ellwood \(Fenland DC\).* will read this/)).toBeVisible();
  });
  await write(forCouncil, async () => {
    await dan.keyboard.press("ArrowRight");
    await tabTo(dan, "checkbox", /^Fenland DC/);
    await dan.keyboard.press("Space");
    await tabTo(dan, "textbox", /^One line that the others see/);
    await dan.keyboard.type(notice);
  });
  for (const words of [forMembers, forCouncil]) await expect(entryWith(jo, words)).toBeVisible({ timeout: 3_000 });
  // What everyone reads comes after them: once it is here, they would be.
  await tabTo(dan, "textbox", "Note");
  await dan.keyboard.type(last);
  await dan.keyboard.press("Control+Enter");
  await expect(entryWith(priya, last)).toBeVisible({ timeout: 3_000 });
  for (const words of [forMembers, forCouncil]) await expect(priya.getByText(words)).toHaveCount(0);
  await priya.reload();
  await expect(entryWith(priya, last)).toBeVisible();
  for (const words of [forMembers, forCouncil]) expect(await priya.content()).not.toContain(words);
  await expect(priya.getByRole("group", { name: "Before you do anything" }).getByText(notice)).toBeVisible();
  await expectAccessible(priya);
});

test("before a victim's name goes to the other side's workers it is asked once more, and nothing is saved or lost until it is said", async ({ as }) => {
  const [asbCase] = await asOwner<{ id: string; name: string }>(
    `SELECT c.id, p."familyName" AS name FROM "Case" c
     JOIN "Grant" l ON l."caseId" = c.id AND l.level = 'lead' AND l."revokedAt" IS NULL JOIN "Agency" a ON a.id = l."agencyId" AND a.code = 'fenland-dc'
     JOIN "Grant" o ON o."caseId" = c.id AND o.level = 'contribute' AND o.side = 'perpetrator' AND o."revokedAt" IS NULL
     JOIN "Involvement" i ON i."caseId" = c.id AND i.role = 'victim' AND i.side = 'victim' AND i."endsAt" IS NULL JOIN "Person" p ON p.id = i."personId" AND length(p."familyName") > 2
     WHERE c.status = 'open' ORDER BY c."openedAt" DESC LIMIT 1`,
  );
  if (!asbCase) throw new Error("No open case of the council is shared with an agency of the other side");
  const words = `${asbCase.name} heard him on the stairs, number ${Date.now() % 100000}`;
  const jo = await as("Jo Ellwood");
  await follows(jo, asbCase.id);
  await tabTo(jo, "textbox", "Note");
  await jo.keyboard.type(words);
  await tabTo(jo, "button", "Change who reads it");
  await jo.keyboard.press("Enter");
  await tabTo(jo, "checkbox", /^Also those who work with the person said to be responsible/);
  await jo.keyboard.press("Space");
  await jo.keyboard.press("Control+Enter");
  const asked = jo.getByRole("alert").filter({ hasText: "Nothing was saved yet." });
  await expect(asked).toContainText(`“${asbCase.name}”`);
  await expect(jo.getByRole("textbox", { name: "Note" })).toHaveValue(words);
  await expectAccessible(jo);
  expect(await asOwner(`SELECT id FROM "Entry" WHERE body = $1`, [words])).toEqual([]);
  await tabTo(jo, "button", "It must go all the same");
  await jo.keyboard.press("Enter");
  await expect(entryWith(jo, words)).toBeVisible();
  expect(await asOwner(`SELECT side, data ->> 'namesConfirmed' AS said FROM "Entry" WHERE body = $1`, [words])).toEqual([{ side: "both", said: "true" }]);
});
