import type { BrowserContext, Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";

/** A device with a passkey's keeper inside, whose finger is always on it. */
async function withAuthenticator(page: Page): Promise<void> {
  const chrome = await page.context().newCDPSession(page);
  await chrome.send("WebAuthn.enable");
  await chrome.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

async function sessionCookie(context: BrowserContext): Promise<string> {
  return (await context.cookies()).find(({ name }) => name === "hereward")!.value;
}

async function openMenu(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: "You", exact: true }).click();
    await expect(page.getByRole("menu")).toBeVisible({ timeout: 1000 });
  }).toPass();
}

async function signOut(page: Page): Promise<void> {
  await openMenu(page);
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

/** The second factor was shown longer ago than five minutes. */
const later = (name: string) => asOwner(`UPDATE "Session" SET "secondFactorAt" = app_now() - interval '6 minutes' WHERE "revokedAt" IS NULL AND "memberId" IN (SELECT id FROM "Member" WHERE name = $1)`, [name]);

/** Answers what is asked in place: the demo fills the code in, once the last one is used up. */
async function showFactor(page: Page): Promise<void> {
  const asked = page.getByRole("dialog", { name: "Show that it is you" });
  await expect(asked).toBeVisible();
  await expect(asked.getByLabel("Code")).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  await asked.getByRole("button", { name: "Go on" }).click();
  await expect(asked).toBeHidden();
}

test("a member adds a passkey by keyboard, signs out, signs in with it alone, and takes it away", async ({ as }) => {
  const page = await as("Leila Haddad");
  await withAuthenticator(page);
  await page.goto("/my-day");
  await openMenu(page);
  await page.getByRole("menuitem", { name: "How you sign in" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "How you sign in" })).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, "button", "Add a passkey");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByText(/Give the passkey a name/).first()).toBeVisible();
  await dialog.getByLabel("What you call it").fill("Work laptop");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add it" }).press("Enter");
  await expect(page.getByText("Work laptop is added.", { exact: false })).toBeVisible();
  const before = await sessionCookie(page.context());
  await signOut(page);

  await expectAccessible(page);
  await tabTo(page, "button", "Sign in with a passkey");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/my-day/);
  expect(await sessionCookie(page.context())).not.toBe(before);
  const [row] = await asOwner<{ device: string }>(`SELECT device FROM "Session" s JOIN "Member" m ON m.id = s."memberId" WHERE m.name = 'Leila Haddad' ORDER BY s."createdAt" DESC LIMIT 1`);
  expect(row!.device).toMatch(/^Chrome on /);

  await page.goto("/account");
  await page.getByRole("button", { name: "Remove Work laptop" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText(/Work laptop is removed/)).toBeVisible();
  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /does not open Hereward/ })).toBeVisible();
});

test("a recovery code is shown once, signs in once in place of the code, and its owner is told", async ({ as }) => {
  const page = await as("Amina Yusuf", "phone");
  await page.goto("/account");
  await later("Amina Yusuf");
  await page.getByRole("button", { name: "Make ten codes" }).click();
  await showFactor(page);
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [code] = await codes.allInnerTexts();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 are left.")).toBeVisible();
  await page.reload();
  await expect(page.getByText(code!)).toHaveCount(0);

  const signIn = async (other: Page) => {
    await other.goto("/sign-in");
    await other.getByLabel("Work e-mail address").fill("amina.yusuf@county-youth-justice.example");
    await other.getByLabel("Password").fill("fen-skates-and-tigers");
    await other.getByLabel("Code").fill(code!.toLowerCase());
    await other.getByLabel("Code").press("Enter");
  };
  await page.context().clearCookies();
  await signIn(page);
  await expect(page).toHaveURL(/\/my-day/);
  await page.goto("/notices");
  await expect(page.getByText("One of your recovery codes was used to sign in").first()).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("9 are left.")).toBeVisible();
  await page.context().clearCookies();
  await signIn(page);
  await expect(page.getByText(/do not go together/)).toBeVisible();
});

test("opening a case in an emergency asks for the second factor in place, keeps the reason, and goes on by itself once", async ({ as }) => {
  const page = await as("Grace Obi");
  const [found] = await asOwner<{ reference: string }>(
    `SELECT c.reference FROM "Case" c JOIN "Area" a ON a.id = c."areaId" WHERE a.code = 'FEN' AND c.status = 'open' AND NOT c."isRestricted" AND NOT EXISTS
       (SELECT FROM "Grant" g JOIN "Agency" y ON y.id = g."agencyId" WHERE g."caseId" = c.id AND y.code = 'victim-service') ORDER BY c."openedAt" LIMIT 1`);
  await later("Grace Obi");
  await page.goto(`/find?reference=${found!.reference}`);
  await page.getByRole("button", { name: `Open in an emergency: ${found!.reference}` }).click();
  const reason = page.getByRole("textbox", { name: /What is happening/ });
  await reason.fill("She rang from the house and the line went dead");
  const before = await sessionCookie(page.context());
  await page.getByRole("button", { name: "Open it and tell them" }).click();
  const asked = page.getByRole("dialog", { name: "Show that it is you" });
  await expect(asked).toBeVisible();
  await expectAccessible(page);
  await asked.getByLabel("Code").fill("000000");
  await asked.getByRole("button", { name: "Go on" }).press("Enter");
  await expect(asked.getByText(/That did not fit/).first()).toBeVisible();
  await asked.getByLabel("Code").fill("");
  await asked.getByRole("button", { name: "Close" }).click();
  await expect(reason).toHaveValue("She rang from the house and the line went dead");
  await page.getByRole("button", { name: "Open it and tell them" }).click();
  await showFactor(page);
  await expect(page).toHaveURL(/\/cases\//);
  expect(await sessionCookie(page.context())).not.toBe(before);
  const made = await asOwner(`SELECT b.reason FROM "BreakGlass" b JOIN "Member" m ON m.id = b."memberId" WHERE m.name = 'Grace Obi' AND b.reference = $1`, [found!.reference]);
  expect(made).toEqual([{ reason: "She rang from the house and the line went dead" }]);
});

test("a session is ended from another browser, and is over at its next request", async ({ as }) => {
  // Of somebody whom no other journey signs in: their sessions end here.
  const [desk, phone] = [await as("Sam Ito"), await as("Sam Ito", "phone")];
  await phone.goto("/my-day");
  await desk.goto("/account");
  const places = desk.getByRole("list", { name: "Where you are signed in" }).getByRole("listitem");
  await expect(places.getByText("This one", { exact: true })).toHaveCount(1);
  const others = await places.getByRole("button", { name: /^End/ }).count();
  expect(others).toBeGreaterThan(0);
  for (let left = others; left > 0; left -= 1) {
    await places.getByRole("button", { name: /^End/ }).first().click();
    await expect(places.getByRole("button", { name: /^End/ })).toHaveCount(left - 1);
  }
  await phone.goto("/cases");
  await expect(phone).toHaveURL(/\/sign-in/);
  await desk.reload();
  await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a screen is locked with a half-written note, holds nothing, opens with the password in both tabs, and the note is there", async ({ as }) => {
  const page = await as("Sgt Ruth Hale");
  const [own] = await asOwner<{ id: string; reference: string }>(
    `SELECT c.id, c.reference FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id JOIN "Member" m ON m."agencyId" = g."agencyId" WHERE m.name = 'Sgt Ruth Hale' AND g.level >= 'contribute' AND g."revokedAt" IS NULL AND c.status = 'open' ORDER BY c."openedAt" LIMIT 1`);
  await page.goto(`/cases/${own!.id}`);
  const other = await page.context().newPage();
  await other.goto("/my-day");
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  const note = page.getByRole("textbox", { name: "Note", exact: true });
  await note.fill("She asks for a visit before");
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Hereward is locked" })).toBeVisible();
  await expect(page).toHaveURL(/\/locked/);
  await expect(other).toHaveURL(/\/locked/);
  const left = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
  expect(left).not.toContain("She asks for a visit");
  expect(left).not.toContain(own!.reference);
  await expectAccessible(page);
  // The session opens nothing until it is unlocked.
  expect(await page.evaluate(async (caseId) => (await fetch(`/api/cases/${caseId}/log`)).status, own!.id)).toBe(401);

  await page.getByRole("button", { name: "Use your password instead" }).press("Enter");
  await page.getByLabel("Password").fill("not this");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This is not the right password.").first()).toBeVisible();
  await page.getByLabel("Password").fill("fen-skates-and-tigers");
  await page.getByLabel("Password").press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/${own!.id}`));
  await expect(note).toHaveValue("She asks for a visit before");
  await expect(other).toHaveURL(/\/my-day/);
});

test("a screen that locks while a draft cannot be saved keeps what was typed and nothing else of the page, and saves it once it opens", async ({ as }) => {
  const page = await as("Jo Ellwood");
  const [own] = await asOwner<{ id: string; reference: string }>(
    `SELECT c.id, c.reference FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id JOIN "Agency" y ON y.id = g."agencyId" WHERE y.code = 'fenland-dc' AND g.level = 'lead' AND g."revokedAt" IS NULL AND c.status = 'open' ORDER BY c."openedAt" LIMIT 1`);
  await page.goto(`/cases/${own!.id}`);
  await page.route("**/api/drafts", (request) => request.abort());
  const note = page.getByRole("textbox", { name: "Note", exact: true });
  await note.fill("Rang, no answer, trying again at");
  await expect(page.getByText("Not saved yet: kept on this page, trying again")).toBeVisible();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByText(/could not be saved yet/)).toBeVisible();
  const left = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify((window as { __next_f?: unknown }).__next_f ?? null));
  expect(left).not.toContain("Rang, no answer");
  expect(left).not.toContain(own!.reference);
  await expectAccessible(page);
  await page.unroute("**/api/drafts");
  await page.getByRole("button", { name: "Use your password instead" }).click();
  await page.getByLabel("Password").fill("fen-skates-and-tigers");
  await page.keyboard.press("Enter");
  await expect(note).toHaveValue("Rang, no answer, trying again at");
});
