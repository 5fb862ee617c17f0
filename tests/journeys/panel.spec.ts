import { caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

test("the chair sees every open red case of Fenland, worst clock first, opens one, and records a decision with an action in its log", async ({ as }) => {
  const chair = await as("Insp Helen Marsh");
  await chair.goto("/meetings");
  await expect(chair.getByRole("heading", { level: 1, name: "Fenland problem-solving group" })).toBeVisible();
  await expectAccessible(chair);
  const items = chair.getByRole("list", { name: "Red cases" }).getByRole("listitem");
  expect(await items.count()).toBeGreaterThan(2);

  const first = items.first();
  const [reference] = /FEN-\d{4}-\d{5}/.exec(await first.innerText())!;
  await first.getByRole("link").first().press("Enter");
  await expect(chair.getByRole("navigation", { name: "This case" })).toBeVisible();
  const address = chair.url();
  await chair.goBack();

  await tabTo(chair, "button", `Record decision on ${reference}`);
  await chair.keyboard.press("Enter");
  const dialog = chair.getByRole("dialog");
  await dialog.getByRole("button", { name: "Record decision" }).click();
  await expect(dialog.getByText("Enter what the group decided").first()).toBeVisible();
  const decision = `Serve a warning; joint visit before the weekend ${Date.now()}`;
  await dialog.getByLabel("What the group decided").fill(decision);
  await dialog.getByLabel("Why", { exact: true }).fill("Three reports since the last meeting");
  await dialog.getByRole("button", { name: "Add an action" }).click();
  await dialog.getByLabel("What", { exact: true }).fill("Joint visit with the fire service");
  await dialog.getByRole("button", { name: "in a week" }).click();
  await expectAccessible(chair);
  await dialog.getByRole("button", { name: "Record decision" }).click();
  await expect(chair.getByText(/^Decision recorded on/)).toBeVisible();

  await chair.goto(address);
  await expect(chair.getByText(decision)).toBeVisible();
  await expect(chair.getByText("Joint visit with the fire service").first()).toBeVisible();
});

test("another agency of the area finds a case by its place as a pointer: reference, lead, number to ring, and no more", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", notSharedWith: ["county-adults"] });
  const marek = await as("Marek Nowak");
  await marek.goto("/find");
  await expectAccessible(marek);
  await tabTo(marek, "textbox", /^Name, address or case reference/);
  await marek.keyboard.type(asbCase.reference);
  await marek.keyboard.press("Enter");
  await expect(marek.getByText(asbCase.reference).first()).toBeVisible();
  await expect(marek.getByText(/Fenland (DC|District Council)/).first()).toBeVisible();
  await expect(marek.getByText(/01632 960\d{3}/).first()).toBeVisible();
  await expect(marek.getByRole("link", { name: new RegExp(asbCase.reference) })).toHaveCount(0);
  await expect(marek.getByText(/Amber|Red|Green/)).toHaveCount(0);
  await marek.goto(`/cases/${asbCase.id}`);
  await expect(marek.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");
});
