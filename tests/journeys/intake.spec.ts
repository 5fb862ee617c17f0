import type { Page } from "@playwright/test";
import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

/** A call taker's report of something at a place, by keyboard, left for the area's triage with the hurried hand's second press. Gives its reference. */
async function leftForTriage(page: Page, placeLine: string, words: string): Promise<string> {
  await page.goto("/reports/new");
  await expect(page.locator(":focus")).toHaveAttribute("name", "safeNow");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.keyboard.type(placeLine);
  await page.getByRole("option", { name: placeLine, exact: false }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+3");
  await page.keyboard.type(words);
  await page.keyboard.press("Alt+4");
  await page.keyboard.press("Space");
  await page.keyboard.press("Alt+5");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Alt+6");
  await page.keyboard.press("Space");
  await tabTo(page, "radio", "Leave for triage");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Report saved" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Left for triage")).toBeVisible();
  await expectAccessible(page);
  const kept = await asOwner<{ reference: string }>(`SELECT reference FROM "Report" WHERE "whatHappened" = $1`, [words]);
  expect(kept).toHaveLength(1);
  return kept[0]!.reference;
}

async function decideOn(page: Page, reference: string): Promise<void> {
  await page.goto("/reports");
  await expectAccessible(page);
  await tabTo(page, "link", `Decide on ${reference}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Where does it go?" })).toBeVisible();
}

test("what a call taker leaves for triage, the coordinator joins to the case at the same place, and the log shows it", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", sharedWith: ["fen-homes"] });
  const words = `Loud music from the landing again, number ${Date.now() % 100000}`;
  const callum = await as("Callum Reid");
  const reference = await leftForTriage(callum, asbCase.placeLine, words);

  const jo = await as("Jo Ellwood");
  await decideOn(jo, reference);
  await expectAccessible(jo);
  await jo.keyboard.press("l");
  await expect(jo.getByRole("radio", { name: new RegExp(asbCase.reference) })).toBeChecked();
  await expectAccessible(jo);
  await tabTo(jo, "button", "Put it on this case");
  await jo.keyboard.press("Enter");
  await expect(jo).toHaveURL(new RegExp(`/cases/${asbCase.id}$`));
  await expect(jo.getByText(`${reference} is on ${asbCase.reference}`)).toBeVisible();
  await expect(jo.getByRole("region", { name: /^Case log/ }).getByText(words)).toBeVisible();
  await expectAccessible(jo);

  const priya = await as("Priya Shah");
  await priya.goto(`/cases/${asbCase.id}`);
  await expect(priya.getByText(words)).toBeVisible();
  await jo.goto("/reports");
  await expect(jo.getByRole("link", { name: `Decide on ${reference}` })).toHaveCount(0);
});

test("another becomes a case that stays in intake, and says why, until somebody has assessed the risk", async ({ as }) => {
  const [quiet] = await asOwner<{ line: string }>(
    `SELECT p.line FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = 'FEN' AND p.kind = 'address' AND p.line ~ '^(1[0-9]|2[0-4]) '
     AND NOT EXISTS (SELECT FROM "Report" r WHERE r."placeId" = p.id) AND NOT EXISTS (SELECT FROM "Case" c WHERE c."placeId" = p.id) ORDER BY random() LIMIT 1`);
  const callum = await as("Callum Reid");
  const reference = await leftForTriage(callum, quiet!.line, `Loud music on the stairs, number ${Date.now() % 100000}`);

  const jo = await as("Jo Ellwood");
  await decideOn(jo, reference);
  await jo.keyboard.press("o");
  await tabTo(jo, "button", "Begin the case");
  await jo.keyboard.press("Enter");
  await expect(jo.getByText(new RegExp(`began from ${reference}`))).toBeVisible();
  await expect(jo.locator("main header").getByText("Intake", { exact: true })).toBeVisible();
  const warnings = jo.getByRole("group", { name: "Before you do anything" });
  await expect(warnings).toContainText("No risk assessment yet.");
  await expect(warnings).toContainText("The case cannot leave intake without one.");
  await expectAccessible(jo);
  const caseId = /\/cases\/([^/]+)/.exec(jo.url())![1];

  await jo.goto(`/cases/${caseId}/risk`);
  await expect(jo.getByText("The case cannot leave intake without a risk assessment.")).toBeVisible();
  await expectAccessible(jo);
  await tabTo(jo, "link", new RegExp(`^Assess: ${quiet!.line}`));
  await jo.keyboard.press("Enter");
  await tabTo(jo, "radio", /^Litter, noise/);
  for (let asked = 0; asked < 7; asked += 1) {
    await jo.keyboard.press("Space");
    await jo.keyboard.press("Enter");
  }
  await tabTo(jo, "radio", "In person");
  await jo.keyboard.press("Space");
  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByText(/^Assessment saved: Green/)).toBeVisible();
  await expect(jo.locator("main header").getByText("Open", { exact: true })).toBeVisible();
  await expect(jo.getByText("The case cannot leave intake")).toHaveCount(0);
});
