import table from "../../prisma/seed/data/table-1.json";
import { expect, expectAccessible, tabTo, test } from "../support/journeys";

const total = (needs: Record<string, number>) => Object.values(needs).reduce((sum, count) => sum + count, 0);

test("the coordinator sees Table 1 of the needs assessment as at 30 June 2012, and opens the records behind a number", async ({ as }) => {
  const page = await as("Jo Ellwood");
  await page.goto("/overview");
  await tabTo(page, "link", "As at 30 June 2012");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Caseload overview, Fenland" })).toBeVisible();
  await expect(page.getByText("as at 30 June 2012", { exact: true })).toBeVisible();
  await expectAccessible(page);

  const counts = async (name: string) => {
    const rows = page.getByRole("table", { name }).getByRole("row");
    return Object.fromEntries(await rows.evaluateAll((all) => all.map((row) => [row.querySelector("th")!.textContent!.trim(), Number.parseInt(row.querySelector("td")!.textContent!, 10)])));
  };
  expect(await counts("Needs of victims")).toEqual({
    "Mental health issues": 6, "Bullied young person": 4, "Poor health": 2, "Learning disabilities": 2, "Children's social care": 1, "Adult social care referral": 1, "Alcohol misuse": 1,
  });
  expect(await counts("Cases, orders and people")).toEqual({
    "Ongoing cases": 7, "Anti-social behaviour orders": 7, "Drinking banning orders": 2, "Acceptable behaviour contracts": 11, "Good neighbour agreements": 7,
    "Family intervention project families": 3, "Young people identified as involved in ASB": 9, "Victims identified as needing additional support": 14,
  });
  expect(await counts("Needs attributed to neither side")).toEqual({ Homelessness: 2, "Learning difficulties": 1 });
  expect(await counts("Needs of people alleged or found responsible")).toEqual({
    "Alcohol misuse": 9, "Adult offender": 5, "Children's social care": 5, "Mental health issues": 5, "Young person offending": 5, "Drug misuse": 4, "Animal welfare concerns": 3, "Domestic violence": 2,
  });
  await expect(page.getByText(`${total(table.victimNeeds)} needs`)).toBeVisible();
  await expect(page.getByText(`${total(table.perpetratorNeeds)} needs`)).toBeVisible();

  await tabTo(page, "link", /^7 Ongoing cases/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ongoing cases: 7" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Records" }).getByRole("listitem")).toHaveCount(7);
  await expectAccessible(page);
  await page.getByRole("list", { name: "Records" }).getByRole("link").first().press("Enter");
  await expect(page.getByText("Closed").first()).toBeVisible();
});

test("an analyst has the numbers and opens no record", async ({ as }) => {
  const page = await as("Nadia Kern");
  await page.goto("/overview?area=FEN&on=2012-06-30");
  await page.getByRole("link", { name: /^7 Ongoing cases/ }).click();
  await expect(page.getByText("7 of the 7 are on cases that are not shared with you.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Records" }).getByRole("listitem")).toHaveCount(0);
});
