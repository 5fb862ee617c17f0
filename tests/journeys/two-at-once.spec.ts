import type { Page } from "@playwright/test";
import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

test("two presses ask once; and who finishes an action that a colleague moved meanwhile sees how it stands, loses no word, and can go on", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "red", sharedWith: ["police-fenland"] });
  const what = `Speak with the shopkeepers, number ${Date.now() % 100000}`;
  const jo = await as("Jo Ellwood");
  await jo.goto(`/cases/${asbCase.id}/plan`);
  await jo.getByLabel("Who", { exact: true }).selectOption({ label: "Police Fenland" });
  await jo.getByLabel("What", { exact: true }).fill(what);
  await jo.getByRole("button", { name: /^Ask\b/ }).dblclick();
  await expect(jo.getByText("Asked Police Fenland")).toBeVisible();
  await expect(jo.getByRole("list", { name: "Still to be done" }).getByRole("listitem").filter({ hasText: what })).toHaveCount(1);
  expect(await asOwner(`SELECT id FROM "SharedAction" WHERE what = $1`, [what])).toHaveLength(1);

  const [dan, ruth] = [await as("Dan Okafor"), await as("Sgt Ruth Hale")];
  await dan.goto("/actions");
  await dan.getByRole("button", { name: new RegExp(`^Accept\\s*: ${what}`) }).press("Enter");
  await expect(dan.getByText(/^Accepted/).first()).toBeVisible();
  await dan.goto(`/cases/${asbCase.id}/plan`);
  await dan.getByRole("button", { name: new RegExp(`^Done\\s*: ${what}`) }).press("Enter");
  const dialog = dan.getByRole("dialog");
  const outcome = "Three shops spoken to; two will keep their footage.";
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await dan.keyboard.type(outcome);

  await ruth.goto(`/cases/${asbCase.id}/plan`);
  await ruth.getByRole("button", { name: new RegExp(`^Hand on\\s*: ${what}`) }).press("Enter");
  await ruth.getByRole("dialog").getByLabel("Who does it").selectOption({ index: 1 });
  await ruth.getByRole("dialog").getByRole("button", { name: "Hand on" }).press("Enter");
  await expect(ruth.getByText(/^Handed on\./)).toBeVisible();

  await dan.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert").filter({ hasText: "Someone changed this while you had it open." })).toContainText(/It stands as: .*What you typed is still here\./);
  await expect(dialog.getByRole("textbox")).toHaveValue(outcome);
  await expectAccessible(dan);
  await tabTo(dan, "button", "Save mine all the same");
  await dan.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await jo.goto(`/cases/${asbCase.id}`);
  await expect(jo.getByText(outcome, { exact: false }).first()).toBeVisible();
});

async function beginAssessment(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/risk/new?subject=place&template=PCI`);
  await tabTo(page, "radio", /^Litter, noise/);
  for (let asked = 0; asked < 7; asked += 1) {
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
  }
  await tabTo(page, "radio", "In person");
  await page.keyboard.press("Space");
}

test("who assesses what a partner assessed meanwhile is told so, keeps every answer, and adds theirs after it", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "police-fenland", sharedWith: ["fenland-dc"] });
  const [jo, dan] = [await as("Jo Ellwood"), await as("Dan Okafor")];
  await beginAssessment(jo, asbCase.id);
  await beginAssessment(dan, asbCase.id);
  await dan.keyboard.press("Control+Enter");
  await expect(dan.getByText(/^Assessment saved: Green/)).toBeVisible();

  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByRole("alert").filter({ hasText: "while you were asking: Green 1." })).toContainText("Nothing of yours is lost.");
  await expect(jo.getByText("All questions answered")).toBeVisible();
  await expect(jo.getByRole("radio", { name: /^Litter, noise/ })).toBeChecked();
  await expectAccessible(jo);
  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByText(/^Assessment saved: Green/)).toBeVisible();
  const kept = await asOwner<{ name: string }>(`SELECT m.name FROM "Assessment" r JOIN "Member" m ON m.id = r."assessedById" WHERE r."caseId" = $1 AND r."placeId" IS NOT NULL ORDER BY r."completedAt" DESC LIMIT 2`, [asbCase.id]);
  expect(kept.map(({ name }) => name)).toEqual(["Jo Ellwood", "Dan Okafor"]);
});
