import { generateSync } from "otplib";
import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";

const password = "four teal tigers skate";
const stepNow = () => Math.floor(Date.now() / 30_000);
const codeAt = (key: string, step = stepNow()) => generateSync({ secret: key.replace(/ /g, ""), epoch: step * 30 });

/** Adds a member as an administrator would; gives back the link that is handed over. */
async function added(page: Page, name: string, email: string): Promise<string> {
  await page.goto("/admin/members");
  await page.getByRole("button", { name: "Add a member" }).click();
  await page.getByRole("textbox", { name: "Full name" }).fill(name);
  await page.getByRole("textbox", { name: "Work e-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Job title" }).fill("Housing officer");
  await page.getByRole("textbox", { name: "Job title" }).press("Control+Enter");
  return linkShown(page);
}

async function linkShown(page: Page): Promise<string> {
  const shown = page.getByRole("textbox", { name: "Link" });
  await expect(shown).toHaveValue(/\/join#[\w-]{43}$/);
  const link = await shown.inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  return link;
}

/** A browser of somebody who has never been here. */
async function stranger(page: Page, at: { width: number; height: number }): Promise<Page> {
  const browser = page.context().browser()!;
  return (await browser.newContext({ viewport: at, locale: "en-GB", timezoneId: "Europe/London" })).newPage();
}

test("a starter opens their link on a phone, sets up their sign-in by keyboard and takes a report; a reset lets them in again", async ({ as }) => {
  const tom = await as("Tom Barrett");
  const link = await added(tom, "Merle Quay", "merle.quay@fen-homes.example");
  const phone = await stranger(tom, { width: 360, height: 740 });
  const sent: string[] = [];
  phone.on("request", (request) => sent.push(request.url()));
  await phone.goto(link);
  await expect(phone.getByRole("heading", { level: 1, name: "Set up your sign-in" })).toBeVisible();
  await expectAccessible(phone);
  // The secret is in no address that any server is sent, and leaves the browser's own at once.
  expect(sent.filter((url) => url.includes(link.split("#")[1]!))).toEqual([]);
  expect(phone.url()).not.toContain("#");
  await expect(phone.getByRole("img", { name: /Square code/ })).toBeVisible();
  const key = await phone.locator("[data-key-words]").innerText();
  await tabTo(phone, "textbox", "New password");
  await phone.keyboard.type("Merle Quay 2026");
  await tabTo(phone, "textbox", "Code");
  await phone.keyboard.type(codeAt(key));
  await phone.keyboard.press("Enter");
  await expect(phone.getByRole("alert").getByText(/without your name/)).toBeVisible();
  await expect(phone.getByRole("textbox", { name: "Code" })).toHaveValue(/\d{6}/);
  await phone.getByLabel("New password").fill(password);
  await phone.getByRole("textbox", { name: "Code" }).fill(codeAt(key));
  await phone.keyboard.press("Enter");
  await expect(phone).toHaveURL(/\/my-day$/);
  await phone.goto("/reports/new");
  await expect(phone.getByRole("heading", { level: 1, name: "New report" })).toBeVisible();

  // The same link does nothing more, and tells nobody whose it was.
  const other = await stranger(tom, { width: 1280, height: 800 });
  await other.goto(link);
  await expect(other.getByRole("alert").filter({ hasText: "This link was used already" })).toBeVisible();
  expect(await other.locator("body").innerText()).not.toContain("Merle");
  await expectAccessible(other);

  const row = tom.getByRole("list", { name: "Members" }).getByRole("listitem").filter({ hasText: "Merle Quay" });
  await tom.goto("/admin/members");
  await row.getByRole("button", { name: /^Sign-in ?: Merle Quay$/ }).click();
  await expectAccessible(tom);
  await tom.getByRole("button", { name: "They forgot their password" }).click();
  const again = await linkShown(tom);
  await phone.goto("/my-day");
  await expect(phone).toHaveURL(/\/sign-in/);
  await phone.getByText("I cannot sign in").click();
  await expect(phone.getByText("Ask the administrator of your agency.")).toBeVisible();
  await other.goto(again);
  await expect(other.getByRole("heading", { level: 1, name: "Set a new password" })).toBeVisible();
  await expectAccessible(other);
  await other.getByLabel("New password").fill("lamp under a blue bridge");
  await other.getByRole("textbox", { name: "Code" }).fill(codeAt(key, stepNow() + 1));
  await other.getByRole("button", { name: "Set it and sign in" }).click();
  await expect(other).toHaveURL(/\/my-day$/);
  expect(await asOwner(`SELECT count(*)::int AS n FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE u.email = 'merle.quay@fen-homes.example' AND s."revokedAt" IS NULL`)).toEqual([{ n: 1 }]);
});

test("a lost device waits for county governance, who gives the link out", async ({ as }) => {
  const tom = await as("Tom Barrett");
  await added(tom, "Alder Finn", "alder.finn@fen-homes.example");
  await asOwner(`UPDATE "Invitation" SET "usedAt" = app_now() WHERE "memberId" = (SELECT id FROM "Member" WHERE name = 'Alder Finn')`);
  await tom.goto("/admin/members");
  await tom.getByRole("button", { name: /^Sign-in ?: Alder Finn$/ }).click();
  await tom.getByRole("button", { name: "They lost their device" }).click();
  await expect(tom.getByText("The link for Alder Finn waits.")).toBeVisible();
  const owen = await as("Owen Price", "phone");
  await owen.goto("/admin/waiting");
  await expectAccessible(owen);
  await owen.getByRole("button", { name: "Agree for Alder Finn" }).click();
  const link = await linkShown(owen);
  const alder = await stranger(tom, { width: 1280, height: 800 });
  await alder.goto(link);
  await expect(alder.getByText("Alder Finn, choose a password and set up your new device. Your old one stops working.")).toBeVisible();
});

test("who has two posts chooses one at sign-in, and goes on in the other from the menu", async ({ as }) => {
  const tom = await as("Tom Barrett");
  const link = await added(tom, "Rowan Lane", "rowan.lane@fen-homes.example");
  const page = await stranger(tom, { width: 1280, height: 800 });
  await page.goto(link);
  const key = await page.locator("[data-key-words]").innerText();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("textbox", { name: "Code" }).fill(codeAt(key));
  await page.getByRole("button", { name: "Finish and sign in" }).click();
  await expect(page).toHaveURL(/\/my-day$/);
  await asOwner(`INSERT INTO "Member" ("userId", "agencyId", name, title, roles, "startsAt") SELECT u.id, a.id, u.name, 'Seconded officer', ARRAY['practitioner']::"MemberRole"[], app_now() FROM "User" u, "Agency" a WHERE u.email = 'rowan.lane@fen-homes.example' AND a.code = 'fenland-dc'`);
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Work e-mail address" }).fill("rowan.lane@fen-homes.example");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("textbox", { name: "Code" }).fill(codeAt(key, stepNow() + 1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Which post are you working in?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Fenland District Council Seconded officer" }).click();
  await expect(page).toHaveURL(/\/my-day$/);
  await expect(page.getByText("Seconded officer · Fenland DC").first()).toBeVisible();
  await page.getByRole("button", { name: "You", exact: true }).click();
  await page.getByRole("menuitem", { name: "Housing officer, Fen Homes" }).click();
  await expect(page.getByText("Housing officer · Fen Homes").first()).toBeVisible();
});
