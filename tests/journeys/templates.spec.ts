import type { Page } from "@playwright/test";
import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

const wasAsked = "Who can you turn to for help?";
const part = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved\.$/ })).toBeVisible();

/** Types over what a field holds, by keyboard. */
async function typeOver(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, "textbox", name);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(words);
}

/** An open case with a victim's assessment by the first version of the form, which no journey of this file changes. */
async function assessedBefore(): Promise<{ caseId: string; assessmentId: string; involvementId: string; points: number; label: string }> {
  const { id: caseId } = await caseThat({ area: "FEN", lead: "fen-homes" });
  const [found] = await asOwner<{ id: string; involvementId: string; breakdown: { key: string; points: number; label: string }[] }>(
    `SELECT a.id, a."involvementId", a.breakdown FROM "Assessment" a JOIN "Template" t ON t.id = a."templateId" JOIN "Case" c ON c.id = a."caseId" JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL JOIN "Agency" y ON y.id = g."agencyId" AND y.code = 'fen-homes'
     JOIN "Involvement" i ON i.id = a."involvementId" AND i."endsAt" IS NULL
     WHERE t.key = 'VRA' AND t.version = 1 AND c.status = 'open' AND NOT c."isRestricted" ORDER BY a."caseId" = $1 DESC, a."completedAt" DESC LIMIT 1`, [caseId],
  );
  const [row] = await asOwner<{ caseId: string }>(`SELECT "caseId" FROM "Assessment" WHERE id = $1`, [found!.id]);
  const line = found!.breakdown.find(({ key }) => key === "S1")!;
  return { caseId: row!.caseId, assessmentId: found!.id, involvementId: found!.involvementId, points: line.points, label: line.label };
}

/** Asks for the draft on the screen to be published, by keyboard. */
async function ask(page: Page): Promise<void> {
  await tabTo(page, "button", "Ask to publish");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, "button", /^Ask$/);
  await page.keyboard.press("Enter");
}

async function changeWording(page: Page, words: string): Promise<void> {
  await tabTo(page, "button", "Change S1");
  await page.keyboard.press("Enter");
  await typeOver(page, "Question as it is written", words);
}

async function publish(page: Page, version: number): Promise<void> {
  await page.goto("/admin/templates");
  await page.getByRole("link", { name: `Victim risk assessment, Version ${version}` }).click();
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible();
}

test("a form is changed, stopped by a failing test, mended and published by a second person; what was assessed before reads as it was asked then", async ({ as }) => {
  test.setTimeout(180_000);
  const old = await assessedBefore();
  const owen = await as("Owen Price");
  await owen.goto("/admin/templates");
  await expectAccessible(owen);
  await tabTo(owen, "button", "Begin a draft of Victim risk assessment");
  await owen.keyboard.press("Enter");
  await expect(owen.getByRole("heading", { level: 1, name: "Victim risk assessment, version 2" })).toBeVisible();
  await expectAccessible(owen);

  // Points that change what a tested answer comes to: the tests say so at once, and nobody can ask.
  await tabTo(owen, "button", "Change H1");
  await owen.keyboard.press("Enter");
  await expectAccessible(owen);
  await typeOver(owen, "Points for answer 6 of H1", "6");
  await owen.keyboard.press("Control+Enter");
  await saved(owen);
  await part(owen, "Tests");
  const mary = owen.getByRole("list", { name: "Tests" }).getByRole("listitem").filter({ hasText: "Mary" });
  await expect(mary.getByText("Does not pass")).toBeVisible();
  await expect(mary.getByRole("row", { name: /Score/ })).toHaveText(/39.*40.*No/);
  await expectAccessible(owen);
  await ask(owen);
  await expect(owen.getByRole("dialog").getByText(/The tests of this draft do not all pass/)).toBeVisible();
  await owen.keyboard.press("Escape");

  // Mended, with a question said anew.
  await part(owen, "Questions");
  await tabTo(owen, "button", "Change H1");
  await owen.keyboard.press("Enter");
  await typeOver(owen, "Points for answer 6 of H1", "5");
  await changeWording(owen, "Who is there to help you?");
  await owen.keyboard.press("Control+Enter");
  await saved(owen);
  await part(owen, "What differs");
  await expect(owen.getByText("Question S1, wording")).toBeVisible();
  await part(owen, "Preview");
  await expect(owen.getByRole("group", { name: "Who is there to help you?" })).toBeVisible();
  await expectAccessible(owen);
  await part(owen, "Tests");
  await expect(owen.getByText("Does not pass")).toHaveCount(0);
  await ask(owen);
  await expect(owen.getByText("Version 2 waits for a second person.")).toBeVisible();
  await expect(owen.getByRole("button", { name: "Publish it" })).toHaveCount(0);
  await expect(owen.getByText(/You asked for this to be published/)).toBeVisible();
  await expectAccessible(owen);

  // Until then the old words are asked; from the moment of the second person on, the new.
  const priya = await as("Priya Shah");
  const form = `/cases/${old.caseId}/risk/new?subject=${old.involvementId}&template=VRA`;
  await priya.goto(form);
  await expect(priya.getByRole("group", { name: wasAsked })).toBeVisible();
  const agnes = await as("Agnes Quill", "phone");
  await publish(agnes, 2);
  await expectAccessible(agnes);
  await priya.goto(form);
  await expect(priya.getByRole("group", { name: "Who is there to help you?" })).toBeVisible();

  // A third version, and the assessment of the first still says what was asked, answered and counted then.
  await owen.goto("/admin/templates");
  await owen.getByRole("button", { name: "Begin a draft of Victim risk assessment" }).click();
  await expect(owen.getByRole("heading", { level: 1, name: "Victim risk assessment, version 3" })).toBeVisible();
  await changeWording(owen, "Who could help you with this?");
  await owen.keyboard.press("Control+Enter");
  await saved(owen);
  await ask(owen);
  await expect(owen.getByText("Version 3 waits for a second person.")).toBeVisible();
  await publish(agnes, 3);
  await priya.goto(form);
  await expect(priya.getByRole("group", { name: "Who could help you with this?" })).toBeVisible();
  await priya.goto(`/cases/${old.caseId}/risk/${old.assessmentId}`);
  await expect(priya.getByText(/version 1/i).first()).toBeVisible();
  const line = priya.locator("dl > div").filter({ hasText: wasAsked });
  await expect(line).toContainText(old.label);
  await expect(line).toContainText(String(old.points));
  await expect(priya.getByText("Who could help you with this?")).toHaveCount(0);
  await expectAccessible(priya);
});

test("a file with mistakes is refused with each of them in words, and the text stays to be mended", async ({ as }) => {
  const owen = await as("Owen Price", "phone");
  const [row] = await asOwner<{ definition: { title?: string; questions: { options: [string, string, unknown][] }[] } }>(`SELECT definition FROM "Template" WHERE key = 'PCI' AND version = 1`);
  const good = JSON.stringify(row!.definition);
  const bad = structuredClone(row!.definition);
  delete bad.title;
  bad.questions[1]!.options[2]![2] = "two";
  await owen.goto("/admin/templates");
  await owen.getByRole("button", { name: "Read from a file into Behaviour and community impact assessment" }).click();
  const dialog = owen.getByRole("dialog");
  await dialog.getByLabel("Or its text").fill(JSON.stringify(bad));
  await dialog.getByRole("button", { name: "Read it" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Title: This is missing");
  await expect(dialog.getByRole("alert")).toContainText("Question B2, answer 3 (weekly), points: Here must stand a number");
  await expectAccessible(owen);
  await expect(dialog.getByLabel("Or its text")).toHaveValue(/"two"/);
  await dialog.getByLabel("Or its text").fill(good);
  await dialog.getByRole("button", { name: "Read it" }).click();
  await expect(owen.getByRole("heading", { level: 1, name: "Behaviour and community impact assessment, version 2" })).toBeVisible();
  await expect(owen.getByText("No test comes out amber or green.")).toBeVisible();
  await expectAccessible(owen);
  await owen.getByRole("button", { name: "Throw it away" }).click();
  await expect(owen.getByText("The draft is thrown away.")).toBeVisible();
});
