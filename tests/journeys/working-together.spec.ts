import { caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

test("the lead shares a case with a named agency, which sees it at once and writes in the one log; an agency without an agreement cannot be chosen", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", notSharedWith: ["mental-health-trust"] });
  const nurse = await as("Mette Larsen");
  await nurse.goto(`/cases/${asbCase.id}`);
  await expect(nurse.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");

  const jo = await as("Jo Ellwood");
  await jo.goto(`/cases/${asbCase.id}/sharing`);
  await expectAccessible(jo);
  const barred = jo.getByText(/Cannot be chosen: no live agreement for Fenland/);
  await barred.click();
  await expect(jo.getByText(/Fen Hope CIC has no live agreement/)).toBeVisible();
  await expect(jo.getByText(/County information governance/).first()).toBeVisible();
  await expect(jo.getByRole("checkbox", { name: /Fen Hope/ })).toHaveCount(0);

  const others = jo.getByText(/Others with an agreement|Agencies with an agreement/).first();
  if (!(await jo.getByRole("checkbox", { name: /Mental health trust/ }).isVisible())) await others.click();
  await jo.getByRole("checkbox", { name: /Mental health trust/ }).press("Space");
  await jo.getByLabel("What they need it for").fill("Support with sleep and anxiety");
  await jo.getByRole("button", { name: "Check who will read what" }).press("Enter");
  await expectAccessible(jo);
  await jo.getByRole("button", { name: "Share now" }).press("Enter");
  await expect(jo.getByText("Shared with Mental health trust")).toBeVisible();

  await nurse.goto(`/cases/${asbCase.id}`);
  await expect(nurse.getByText(asbCase.reference).first()).toBeVisible();
  await expectAccessible(nurse);
});

test("what one agency writes stands on another's open screen within a second, and not on that of an agency it is not for", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "red", sharedWith: ["fen-homes", "police-fenland"] });
  const [jo, priya, dan] = [await as("Jo Ellwood"), await as("Priya Shah"), await as("Dan Okafor")];
  for (const page of [jo, priya, dan]) {
    await page.goto(`/cases/${asbCase.id}`);
    await expect(page.getByText("Live: new entries appear by themselves")).toBeVisible();
  }
  const words = `Spoke to both sides at the door, calm by ${Date.now()}`;
  await tabTo(dan, "textbox", "Note");
  await dan.keyboard.type(words);
  await dan.keyboard.press("Control+Enter");
  await Promise.all([jo, priya].map((page) => expect(page.getByText(words)).toBeVisible({ timeout: 3000 })));

  const sealed = `For the council alone ${Date.now()}`;
  await dan.getByRole("textbox", { name: "Note" }).fill(sealed);
  await dan.getByRole("button", { name: "Change who reads it" }).click();
  await dan.getByRole("radio", { name: /named agencies|Only/i }).first().check();
  await dan.getByRole("checkbox", { name: /Fenland DC/ }).check();
  await dan.getByRole("button", { name: "Add to log" }).click();
  await expect(jo.getByText(sealed)).toBeVisible({ timeout: 3000 });
  await priya.reload();
  await expect(priya.getByText(words)).toBeVisible();
  await expect(priya.getByText(sealed)).toHaveCount(0);

  // A correction is a new entry; the first wording stays, folded.
  await dan.getByText(words).locator("xpath=ancestor::article | ancestor::li").first().getByRole("button", { name: /Correct/ }).click();
  await dan.getByRole("dialog").getByRole("textbox").first().fill("Spoke to one side at the door.");
  await dan.getByRole("dialog").getByLabel("What was wrong").fill("Only one door was answered");
  await dan.getByRole("button", { name: "Save the correction" }).click();
  await expect(jo.getByText("Spoke to one side at the door.")).toBeVisible({ timeout: 3000 });
});

test("an action is asked, declined with a reason, asked again, accepted, done with an outcome; each day shows it", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "red", sharedWith: ["police-fenland"] });
  const what = `Patrol Horsefair 20:00 to 22:00, number ${Date.now() % 100000}`;
  const jo = await as("Jo Ellwood");
  await jo.goto(`/cases/${asbCase.id}/plan`);
  await jo.getByLabel("Who", { exact: true }).selectOption({ label: "Police Fenland" });
  await jo.getByLabel("What", { exact: true }).fill(what);
  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByText("Asked Police Fenland")).toBeVisible();

  const dan = await as("Dan Okafor");
  await dan.goto("/actions");
  await expectAccessible(dan);
  await dan.getByRole("button", { name: new RegExp(`^Decline\\s*: ${what}`) }).press("Enter");
  await dan.getByRole("dialog").getByRole("button", { name: /Decline|Send/ }).click();
  await expect(dan.getByRole("dialog").getByText(/Enter|Say|Write/).first()).toBeVisible();
  await dan.getByRole("dialog").getByRole("textbox").fill("No resource tonight");
  await dan.keyboard.press("Control+Enter");
  await expect(dan.getByRole("dialog")).toHaveCount(0);

  await jo.goto("/my-day");
  await expectAccessible(jo);
  await expect(jo.getByText(what).first()).toBeVisible();
  await expect(jo.getByText(/No resource tonight/).first()).toBeVisible();
  await jo.getByRole("button", { name: new RegExp(`^Ask again\\s*: ${what}`) }).first().click();
  await jo.getByRole("dialog").getByLabel("Who is asked").selectOption({ label: "Police Fenland" });
  await jo.getByRole("dialog").getByRole("button", { name: "Ask", exact: true }).click();
  await expect(jo.getByRole("dialog")).toHaveCount(0);

  await dan.goto("/actions");
  await dan.getByRole("button", { name: new RegExp(`^Accept\\s*: ${what}`) }).press("Enter");
  await expect(dan.getByText(/^Accepted/).first()).toBeVisible();
  await dan.goto("/my-day");
  await expectAccessible(dan);
  await dan.getByRole("button", { name: new RegExp(`^Done\\s*: ${what}`) }).click();
  await dan.getByRole("dialog").getByRole("textbox").fill("Patrolled, quiet, two names taken");
  await dan.keyboard.press("Control+Enter");
  await expect(dan.getByRole("dialog")).toHaveCount(0);
  await jo.goto(`/cases/${asbCase.id}`);
  await expect(jo.getByText(/Patrolled, quiet, two names taken/).first()).toBeVisible();
});
