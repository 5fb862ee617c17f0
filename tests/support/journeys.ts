import { createHash, randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Browser, type Locator, type Page } from "@playwright/test";
import { Pool } from "pg";
import { personas } from "../../prisma/seed/personas";

const width = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
let pool: Pool | undefined;

/** Runs SQL as the owner, on the database of the server under test: for arranging and for checking, never for the act itself. */
export async function asOwner<Row extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 2, allowExitOnIdle: true });
  return (await pool.query(sql, values)).rows as Row[];
}

type Fixtures = {
  /** A page on which that persona, or member of the county, is signed in; a page of its own for each call. */
  as: (name: string, at?: keyof typeof width) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  as: async ({ browser }, give, info) => {
    const opened: { page: Page; faults: string[] }[] = [];
    await give(async (name, at = "desk") => {
      const faults: string[] = [];
      const page = await signedIn(browser, name, at, faults);
      opened.push({ page, faults });
      return page;
    });
    for (const { page, faults } of opened) {
      await page.context().close();
      if (info.status === info.expectedStatus) expect(faults, "the browser's console").toEqual([]);
    }
  },
});

async function signedIn(browser: Browser, name: string, at: keyof typeof width, faults: string[]): Promise<Page> {
  // Most are personas; where a journey needs somebody of another district, a colleague who works there.
  const email = personas.find((one) => one.name === name)?.email ?? (await asOwner<{ email: string }>(`SELECT u.email FROM "User" u JOIN "Member" m ON m."userId" = u.id WHERE m.name = $1`, [name]))[0]?.email;
  if (!email) throw new Error(`There is no ${name}`);
  const token = randomBytes(32).toString("base64url");
  const made = await asOwner(
    `INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", "secondFactorAt", device)
     SELECT $1, u.id, m.id, app_now() + interval '12 hours', app_now(), 'Chrome on Linux' FROM "User" u JOIN "Member" m ON m."userId" = u.id WHERE u.email = $2 RETURNING id`,
    [createHash("sha256").update(token).digest(), email],
  );
  if (made.length !== 1) throw new Error(`${name} is not in the demo county`);
  const context = await browser.newContext({ viewport: width[at], locale: "en-GB", timezoneId: "Europe/London" });
  await context.addCookies([{ name: "hereward", value: token, url: process.env.APP_ORIGIN!, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  // A refusal that the journey means to meet is an answer, not a fault: the browser reports its status by itself.
  page.on("console", (message) => message.type() === "error" && !/Failed to load resource/.test(message.text()) && faults.push(message.text()));
  return page;
}

type Wanted = { area: string; lead: string; rag?: "red" | "amber" | "green"; sharedWith?: string[]; notSharedWith?: string[] };

/** An open case of the demo county that fits, the newest: its id, reference and place. Agencies by code. */
export async function caseThat({ area, lead, rag, sharedWith = [], notSharedWith = [] }: Wanted): Promise<{ id: string; reference: string; placeLine: string }> {
  const reach = `SELECT FROM "Grant" g JOIN "Agency" y ON y.id = g."agencyId" WHERE g."caseId" = c.id AND g."revokedAt" IS NULL`;
  const [found] = await asOwner<{ id: string; reference: string; placeLine: string }>(
    `SELECT c.id, c.reference, p.line AS "placeLine" FROM "Case" c JOIN "Area" a ON a.id = c."areaId" JOIN "Place" p ON p.id = c."placeId"
     WHERE a.code = $1 AND c.rag = coalesce($2::"Rag", c.rag) AND c.status = 'open' AND NOT c."isRestricted"
       AND EXISTS (${reach} AND g.level = 'lead' AND y.code = $3)
       AND NOT EXISTS (SELECT FROM unnest($4::text[]) w(code) WHERE NOT EXISTS (${reach} AND g.level = 'contribute' AND g.side = 'both' AND y.code = w.code))
       AND NOT EXISTS (${reach} AND y.code = ANY ($5::text[]))
     ORDER BY c."openedAt" DESC LIMIT 1`,
    [area, rag ?? null, lead, sharedWith, notSharedWith],
  );
  if (!found) throw new Error(`No open ${rag ?? ""} case of ${area} led by ${lead} fits`);
  return found;
}

/** No fault that axe can find, by the standard of WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that is come to by a link takes its title a moment after its content.
  const first = await axeFindsOn(page);
  // Between two pages there is a moment without a title: it is judged again, and nothing else is.
  expect(first.join() === "document-title: html" ? await axeFindsOn(page) : first).toEqual([]);
}

async function axeFindsOn(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Moves the focus by Tab to the control of that name, as a keyboard does; fails where it cannot be reached. */
export async function tabTo(page: Page, role: Parameters<Page["getByRole"]>[0], name: string | RegExp, most = 80): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < most; presses += 1) {
    if ((await wanted.count()) > 0 && (await wanted.evaluate((element) => element === document.activeElement))) return answers(wanted);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${role} ${String(name)} within ${most} presses`);
}

/** Waits until the page's script answers that control: a key that comes sooner is lost. React leaves its mark on what it has taken up. */
async function answers(control: Locator): Promise<void> {
  await expect.poll(() => control.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")))).toBe(true);
}

export { expect };
