import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, test } from "../support/journeys";

// The keystroke-level model: a practised hand's key, and a decision.
const secondsAKey = 0.28;
const secondsADecision = 1.35;
const mostSeconds = 60;

/** Counts what a hand does at the keyboard. */
function hand(page: Page) {
  let keys = 0;
  return {
    press: async (key: string) => {
      await page.keyboard.press(key);
      keys += key.split("+").length;
    },
    type: async (words: string) => {
      await page.keyboard.type(words);
      keys += words.length;
    },
    /** To a control by Tab, counted. */
    tabTo: async (isThere: () => Promise<boolean>) => {
      for (let tries = 0; tries < 40 && !(await isThere()); tries += 1) {
        await page.keyboard.press("Tab");
        keys += 1;
      }
    },
    add: (more: number) => void (keys += more),
    seconds: (what: string, decisions: number) => {
      const seconds = Math.round(keys * secondsAKey + decisions * secondsADecision);
      console.log(`${what}: ${keys} key presses, ${seconds} s by the keystroke-level estimate (${secondsAKey} s a key, ${secondsADecision} s a decision; at most ${mostSeconds} s)`);
      return seconds;
    },
  };
}

const focusedOn = (page: Page, name: RegExp) => async () => name.test(await page.evaluate(() => document.activeElement?.textContent || (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent || ""));

/** Somebody of Fen Homes who is named on two old cases and signed in: no persona, and cases that the police have, since other journeys are under way in others. */
async function someoneLeaving(): Promise<{ token: string; cases: string[] }> {
  const token = randomBytes(32).toString("base64url");
  const [{ id } = { id: "" }] = await asOwner<{ id: string }>(
    `WITH u AS (INSERT INTO "User" (email, name) VALUES ('nell.rook@fen-homes.example', 'Nell Rook') RETURNING id)
     INSERT INTO "Member" ("userId", "agencyId", name, title, roles, "startsAt") SELECT u.id, a.id, 'Nell Rook', 'Housing officer', ARRAY['practitioner']::"MemberRole"[], '2010-04-01' FROM u, "Agency" a WHERE a.code = 'fen-homes' RETURNING id`,
  );
  await asOwner(`INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", "secondFactorAt") SELECT $1, "userId", id, app_now() + interval '12 hours', app_now() FROM "Member" WHERE id = $2`, [createHash("sha256").update(token).digest(), id]);
  const cases = await asOwner<{ id: string }>(
    `UPDATE "Case" SET "namedOfficerId" = $1 WHERE id IN (SELECT c.id FROM "Case" c JOIN "Member" m ON m.id = c."namedOfficerId" JOIN "Agency" a ON a.id = m."agencyId" AND a.code = 'fen-homes' WHERE c.status <> 'closed' 
       AND EXISTS (SELECT FROM "Grant" g JOIN "Agency" y ON y.id = g."agencyId" AND y.code = 'police-fenland' WHERE g."caseId" = c.id AND g."revokedAt" IS NULL) ORDER BY c."openedAt" LIMIT 2) RETURNING id`, [id],
  );
  return { token, cases: cases.map((one) => one.id) };
}

/** A proposal of Owen Price's for an agency that signed another agreement, so that nothing else changes by it. */
async function aProposal(name: string): Promise<void> {
  await asOwner(
    `WITH owen AS (SELECT id FROM "Member" WHERE name = 'Owen Price'),
          made AS (INSERT INTO "Agreement" (name, purposes, "startsOn", "endsOn", "proposedById", "proposedAt") SELECT $1, '{support}', london_today(), london_today() + 40, id, app_now() FROM owen RETURNING id),
          signed AS (INSERT INTO "AgreementSignature" ("agreementId", "agencyId", "signatoryName", "signedOn", "recordedById", "recordedAt") SELECT made.id, a.id, 'Director', london_today(), owen.id, app_now() FROM made, owen, "Agency" a WHERE a.code = 'mediation' RETURNING id)
     INSERT INTO "SignatureArea" ("signatureId", "areaId") SELECT signed.id, r.id FROM signed, "Area" r WHERE r.code = 'FEN'`, [name],
  );
}

test("an agency lead adds a starter and lets a leaver go, by keyboard, each within a minute", async ({ as, request }) => {
  const nell = await someoneLeaving();
  expect(nell.cases).toHaveLength(2);
  const asNell = async () => (await request.get("/my-day", { headers: { cookie: `hereward=${nell.token}` }, maxRedirects: 0 })).status();
  const page = await as("Tom Barrett");
  await page.goto("/audit");
  const heading = page.getByRole("heading", { level: 1, name: "Members of Fen Homes" });
  // A key that comes before the page's script listens is lost, and a person presses again.
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("u");
    await expect(heading).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);

  const starter = hand(page);
  starter.add(2);
  await expect(async () => {
    await page.keyboard.press("a");
    await expect(page.getByRole("textbox", { name: "Full name" })).toBeFocused({ timeout: 1_000 });
  }).toPass();
  starter.add(1);
  await expectAccessible(page);
  await starter.type("Wren Holt");
  await starter.press("Tab");
  await starter.type("wren.holt@fen-homes.example");
  await starter.press("Tab");
  await starter.type("Housing officer");
  await starter.press("Control+Enter");
  // No mail is sent here, so the link is handed over in person; it is shown once.
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(/\/join#[\w-]{43}$/);
  await expectAccessible(page);
  await starter.press("Enter");
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveCount(0);
  const rows = page.getByRole("list", { name: "Members" }).getByRole("listitem");
  await expect(rows.filter({ hasText: "Wren Holt" })).toContainText("Works cases");
  await expect(page.getByText("Wren Holt is added.")).toBeVisible();
  await expect(rows.filter({ hasText: "Wren Holt" })).toContainText("Invitation holds until");
  expect(starter.seconds("A starter", 4)).toBeLessThanOrEqual(mostSeconds);

  // Nobody ends themselves: one's own row offers nothing.
  await expect(rows.filter({ hasText: "Tom Barrett" }).getByRole("link")).toHaveCount(0);

  expect(await asNell()).toBe(200);

  const leaver = hand(page);
  await page.getByRole("heading", { level: 1 }).focus();
  await leaver.tabTo(focusedOn(page, /^Leaver: Nell Rook/));
  await leaver.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Nell Rook leaves" })).toBeVisible();
  await expectAccessible(page);
  const refused = page.getByRole("button", { name: "End access" });
  await refused.click();
  await expect(page.getByText(/Hand these on to a colleague first/).first()).toBeVisible();
  const who = page.getByRole("combobox", { name: "Who takes it on" });
  await page.getByRole("heading", { level: 1 }).focus();
  await leaver.tabTo(async () => who.evaluate((element) => element === document.activeElement));
  await leaver.type("Wren");
  await leaver.press("Tab");
  await leaver.press("Enter");
  await expect(page.getByText("Nothing is left in their hands.")).toBeVisible();
  await page.getByRole("heading", { level: 1 }).focus();
  await leaver.tabTo(focusedOn(page, /^End access/));
  await leaver.press("Enter");
  await expect(heading).toBeVisible();
  await expect(rows.filter({ hasText: "Nell Rook" })).toHaveCount(0);
  expect(leaver.seconds("A leaver", 5)).toBeLessThanOrEqual(mostSeconds);

  // Her session is dead at the next request, and her cases have an officer.
  expect(await asNell()).toBe(307);
  const after = await asOwner<{ name: string }>(`SELECT DISTINCT m.name FROM "Case" c JOIN "Member" m ON m.id = c."namedOfficerId" WHERE c.id = ANY ($1)`, [nell.cases]);
  expect(after).toEqual([{ name: "Wren Holt" }]);
});

test("a second person of county governance makes an agreement live, and reads who may do what", async ({ as }) => {
  const name = "Mediation pilot agreement";
  await aProposal(name);
  const page = await as("Agnes Quill", "phone");
  await page.goto("/admin/agreements");
  await expectAccessible(page);
  await page.getByRole("link", { name }).click();
  await expect(page.getByText("Proposed by Owen Price: nothing is shared under it yet.")).toBeVisible();
  await page.getByRole("button", { name: "Make it live" }).click();
  await expect(page.getByText(/The agreement is live/)).toBeVisible();
  await page.getByRole("button", { name: "Withdraw Fen Mediation" }).click();
  await expect(page.getByRole("status").filter({ hasText: /no longer reach|this signature alone/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Leave it" }).click();
  for (const part of ["Who signs in", "For a second person", "Who may do what"]) {
    await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: part }).click();
    await expect(page.getByRole("heading", { level: 1, name: part })).toBeVisible();
    await expectAccessible(page);
  }
  await page.getByRole("searchbox", { name: "Find" }).fill("ends a member's post themselves");
  await expect(page.getByRole("cell", { name: /Nobody changes their own post/ }).first()).toBeVisible();
});
