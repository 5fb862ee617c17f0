import type { Page } from "@playwright/test";
import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

const head = (page: Page) => page.locator("main header");

/** Of the question in hand chooses the nth answer, and goes to the next question. */
async function answer(page: Page, nth: number): Promise<void> {
  if (nth === 1) await page.keyboard.press("Space");
  for (let n = 1; n < nth; n += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
}

test("behaviour at a place is assessed by keyboard: the case takes its colour with the reason, and its history shows the step", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "green" });
  const jo = await as("Jo Ellwood");
  await jo.goto(`/cases/${asbCase.id}/risk/new`);
  await expectAccessible(jo);
  await tabTo(jo, "link", new RegExp(`^Assess ${asbCase.placeLine}`));
  await jo.keyboard.press("Enter");
  await expect(jo.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^Behaviour and impact: ${asbCase.placeLine}`));
  await expectAccessible(jo);

  const soFar = jo.getByRole("complementary", { name: "The colour so far" });
  await tabTo(jo, "radio", /^Litter, noise/);
  // Street drinking in a park: nuisance, daily, worse, a public place, avoided, an order broken, support refused.
  for (const nth of [2, 4, 3, 4, 2, 4, 3]) await answer(jo, nth);
  await expect(soFar.getByText("Red", { exact: false }).first()).toContainText("22");
  await expect(soFar.getByText("All questions answered")).toBeVisible();
  await expectAccessible(jo);
  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByRole("alert").getByRole("link").first()).toBeVisible();
  await tabTo(jo, "radio", "In person");
  await answer(jo, 5); // from records
  await jo.keyboard.press("Control+Enter");

  await expect(jo).toHaveURL(new RegExp(`/cases/${asbCase.id}/risk$`));
  await expect(jo.getByText("Assessment saved: Red 22.")).toBeVisible();
  await expect(jo.getByText(/Green is now red: Behaviour and community impact assessed at 22 by /)).toBeVisible();
  await expect(head(jo).getByText("Red", { exact: true })).toBeVisible();
  await expect(head(jo).getByText(/^Behaviour and community impact assessed at 22 by /)).toBeVisible();
  await expectAccessible(jo);

  await jo.goto(`/cases/${asbCase.id}/history`);
  const steps = jo.getByRole("list", { name: "Colour, and why" }).getByRole("listitem");
  await expect(steps.first()).toContainText(/Red.*Behaviour and community impact assessed at 22.*Jo Ellwood/s);
  await expect(steps.nth(1)).toContainText("Green");
  await expectAccessible(jo);
});

test("a trigger says what follows before it is saved, makes the case red at once on a partner's open screen, and may not be taken down by who recorded it", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fen-homes", rag: "green", sharedWith: ["police-fenland"] });
  const triggers = () => asOwner(`SELECT key FROM "LiveTrigger" WHERE "caseId" = $1`, [asbCase.id]);
  const before = await triggers();
  const dan = await as("Dan Okafor");
  await dan.goto(`/cases/${asbCase.id}`);
  await expect(dan.getByText("Live: new entries appear by themselves")).toBeVisible();
  await expect(head(dan).getByText("Green", { exact: true })).toBeVisible();
  const halfWritten = "Half a note that must not be lost";
  await dan.getByRole("textbox", { name: "Note" }).fill(halfWritten);

  const priya = await as("Priya Shah");
  await priya.goto(`/cases/${asbCase.id}/risk`);
  await tabTo(priya, "button", "Record a trigger");
  await priya.keyboard.press("Enter");
  const dialog = priya.getByRole("dialog");
  await tabTo(priya, "radio", /suicide|self-harm/i);
  await priya.keyboard.press("Space");
  await expect(dialog.getByText("Suicide or self-harm: the case becomes red.")).toBeVisible();
  for (const words of [/Mental health and adult social care are asked to act today/, /told in person within 4 hours/, /Contact with the victim is due today/]) await expect(dialog.getByText(words)).toBeVisible();
  await expectAccessible(priya);
  await tabTo(priya, "textbox", "What was said or seen");
  await priya.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert").getByRole("link")).toBeVisible();
  expect(await triggers()).toEqual(before);
  await tabTo(priya, "textbox", "What was said or seen");
  await priya.keyboard.type("“Took tablets last night.”");
  await tabTo(priya, "button", "Record it: the case becomes red");
  await priya.keyboard.press("Enter");

  const said = priya.getByRole("status").filter({ hasText: "Recorded. This is what follows." });
  await expect(said.getByText(/Green is now red: Suicide or self-harm recorded by Fen Homes/)).toBeVisible();
  await expect(said.getByText(/^Ring .+ on 01632 960\d{3}/).first()).toBeVisible();
  await expect(head(priya).getByText("Red", { exact: true })).toBeVisible();
  await expect(head(dan).getByText("Red", { exact: true })).toBeVisible({ timeout: 5_000 });
  await expect(head(dan).getByText(/^Suicide or self-harm recorded by Fen Homes/)).toBeVisible();
  await expect(dan.getByRole("textbox", { name: "Note" })).toHaveValue(halfWritten);
  await expectAccessible(dan);

  await expect(priya.getByText("Only a manager of the lead agency can lower the colour. Ask one, or write your view in the log.")).toBeVisible();
  await expect(priya.getByText(/^Only a manager of the lead agency can end this\. Ask one/)).toBeVisible();
  await expect(priya.getByRole("button", { name: /^Lower the colour|^End: Suicide/ })).toHaveCount(0);
  await expectAccessible(priya);
});
