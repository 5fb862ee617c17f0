import type { Page } from "@playwright/test";
import { expect, expectAccessible, tabTo, test } from "../support/journeys";

// A page that has just come may not answer its first press yet.
async function openSessionMenu(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: "You", exact: true }).click();
    await expect(page.getByRole("menu")).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test("a member signs in with password and code by keyboard, is told what is wrong without which, and signs out", async ({ page }) => {
  await page.goto("/my-day");
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
  await tabTo(page, "textbox", "Work e-mail address");
  await page.keyboard.type("grace.obi@victim-service.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter the 6 digits from your authenticator app").first()).toBeVisible();
  await page.getByLabel("Code").fill("123456");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/do not go together/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: /Grace Obi/ }).press("Enter");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible({ timeout: 40_000 });
  const cookie = (await page.context().cookies()).find((one) => one.name === "hereward")!;
  expect(cookie.httpOnly).toBe(true);
  expect(cookie.value).toMatch(/^[A-Za-z0-9_-]{43}$/);

  await openSessionMenu(page);
  await page.getByRole("menuitem", { name: /^Sign out/ }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  // The old cookie opens nothing any more.
  await page.context().addCookies([cookie]);
  await page.goto("/my-day");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("signing out everywhere ends the session on another device at its next request", async ({ as }) => {
  const [desk, phone] = [await as("Tom Barrett"), await as("Tom Barrett", "phone")];
  await phone.goto("/my-day");
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
  await desk.goto("/my-day");
  await openSessionMenu(desk);
  await desk.getByRole("menuitem", { name: /everywhere/ }).click();
  await expect(desk).toHaveURL(/\/sign-in/);
  await phone.goto("/cases");
  await expect(phone).toHaveURL(/\/sign-in/);
});
