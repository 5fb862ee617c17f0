import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { promisify } from "node:util";
import type { Browser, Page } from "@playwright/test";
import { generateSync } from "otplib";
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";

const run = promisify(execFile);
const password = "four teal tigers skate";
const database = `empty_${Date.now()}`;

type County = { origin: string; settings: NodeJS.ProcessEnv; stop(): Promise<void> };

async function freePort(): Promise<number> {
  const holding = createServer();
  await new Promise<void>((resolve) => holding.listen(0, "127.0.0.1", resolve));
  const { port } = holding.address() as AddressInfo;
  await new Promise<void>((resolve) => holding.close(() => resolve()));
  return port;
}

const onDatabase = (url: string | undefined) => {
  const moved = new URL(url!);
  moved.pathname = `/${database}`;
  return moved.toString();
};

/** A county with the reference lists and nothing else, served as a real one: demo off, on a database and a port of its own. */
async function emptyCounty(): Promise<County> {
  await asOwner(`CREATE DATABASE "${database}" TEMPLATE template_hereward STRATEGY FILE_COPY`);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const urls = Object.fromEntries(["DATABASE_URL", "APP_DATABASE_URL", "AUTH_DATABASE_URL", "JOBS_DATABASE_URL"].map((name) => [name, onDatabase(process.env[name])]));
  const settings = { ...process.env, ...urls, PORT: String(port), APP_ORIGIN: origin, NEXTAUTH_URL: origin, DEMO_MODE: "off", NODE_ENV: "production" } as NodeJS.ProcessEnv;
  const server: ChildProcess = spawn(process.execPath, ["scripts/serve.mjs"], { env: settings, stdio: "ignore" });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  const isReady = () => fetch(`${origin}/api/health/ready`).then(({ ok }) => ok, () => false);
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  return { origin, settings, stop };
}

/** A browser of somebody who has never been here. */
async function stranger(browser: Browser, { origin }: County): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 800 }, locale: "en-GB", timezoneId: "Europe/London" })).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Sets up their sign-in by the link: a password and an authenticator app. */
async function joins(page: Page, link: string): Promise<void> {
  await page.goto(link);
  const key = await page.locator("[data-key-words]").innerText();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("textbox", { name: "Code" }).fill(generateSync({ secret: key.replace(/ /g, "") }));
  await page.getByRole("button", { name: "Finish and sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible({ timeout: 20_000 });
}

/** Opens what the list of steps says comes next, from where it says so. */
async function next(page: Page, step: RegExp): Promise<void> {
  await page.goto("/admin");
  const row = page.getByRole("list", { name: "Steps" }).getByRole("listitem").filter({ hasText: "Next" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(step);
  await row.getByRole("link").press("Enter");
}

const said = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();

test("a county that holds nothing but reference lists: one command invites two people, who join by their links and are led through areas, agencies, an agreement, members and triage, until somebody can take a report", async ({ browser }) => {
  test.setTimeout(300_000);
  const county = await emptyCounty();
  const invite = (...more: string[]) => run(process.execPath, ["--import", "tsx", "scripts/invite-first.ts", ...more], { env: county.settings });
  try {
    const visitor = await stranger(browser, county);
    await visitor.goto("/");
    await expect(visitor).toHaveURL(/\/sign-in/);
    await expect(visitor.getByRole("button", { name: /Grace Obi|Priya Shah/ })).toHaveCount(0);
    await expectAccessible(visitor);

    const two = ["--county", "County partnership", "--governance", "Ada Warden <ada.warden@county.example>", "--system", "Bede Scribe <bede.scribe@county.example>"];
    const links = [...(await invite(...two)).stdout.matchAll(/http\S+\/join#[\w-]{43}/g)].map(([link]) => link);
    expect(links).toHaveLength(2);
    await expect(invite(...two)).rejects.toMatchObject({ stderr: expect.stringContaining("There are members already") });

    const ada = await stranger(browser, county);
    await joins(ada, links[0]!);
    const bede = await stranger(browser, county);
    await joins(bede, links[1]!);

    await next(ada, /area/i);
    await expectAccessible(ada);
    await ada.getByRole("button", { name: "Add an area" }).press("Enter");
    await ada.getByRole("textbox", { name: "Name" }).fill("Fenland");
    await ada.getByRole("textbox", { name: "Code" }).fill("FEN");
    await ada.keyboard.press("Control+Enter");
    await said(ada, "Fenland is added.");

    await next(ada, /agenc/i);
    await ada.getByRole("button", { name: "Add an agency" }).press("Enter");
    await expectAccessible(ada);
    for (const [name, words] of [["Name", "Fenland District Council"], ["Short name", "Fenland DC"], ["The body it belongs to", "Fenland District Council"], ["Code", "fenland-dc"], ["Domains of its e-mail addresses", "fenland.example"]] as const) {
      const field = ada.getByRole("dialog").getByLabel(name, { exact: true }).first();
      await field.fill(words);
    }
    await ada.getByRole("dialog").getByLabel("What it does").selectOption({ label: "Council, community safety" });
    await ada.keyboard.press("Control+Enter");
    await said(ada, "Fenland District Council is added.");

    await next(ada, /agreement/i);
    await ada.getByRole("button", { name: "Propose an agreement" }).press("Enter");
    const dialog = ada.getByRole("dialog");
    await dialog.getByLabel("What it is called").fill("County agreement");
    await dialog.getByRole("checkbox").first().check();
    await dialog.getByRole("group", { name: "First day" }).getByRole("button", { name: "today" }).click();
    const last = dialog.getByRole("group", { name: "Last day" });
    for (const [part, words] of [["Day", "31"], ["Month", "12"], ["Year", "2090"]] as const) await last.getByLabel(part).fill(words);
    await ada.keyboard.press("Control+Enter");
    await expect(ada.getByRole("heading", { level: 1, name: "County agreement" })).toBeVisible();
    await ada.getByRole("button", { name: "Add a signatory" }).press("Enter");
    await dialog.getByLabel("Agency").selectOption({ label: "Fenland District Council" });
    await dialog.getByLabel("Who signed for it").fill("Chief executive");
    await dialog.getByRole("group", { name: "Signed on" }).getByRole("button", { name: "today" }).click();
    await dialog.getByRole("checkbox", { name: "Fenland" }).check();
    await dialog.getByRole("checkbox", { name: /^It covers triage/ }).check();
    await expectAccessible(ada);
    await ada.keyboard.press("Control+Enter");
    await said(ada, "The signature is recorded.");
    // What one proposes, the other makes live.
    await expect(ada.getByRole("button", { name: "Make it live" })).toHaveCount(0);
    await bede.goto(ada.url());
    await bede.getByRole("button", { name: "Make it live" }).press("Enter");
    await said(bede, /^The agreement is live\./);

    // The agency's own administrator: asked for by one, granted by the other.
    await next(ada, /administrator/i);
    await expectAccessible(ada);
    await ada.getByRole("link", { name: /^Fenland D/ }).press("Enter");
    await ada.getByRole("button", { name: "Add a member" }).press("Enter");
    await dialog.getByLabel("Full name").fill("Cole Lead");
    await dialog.getByLabel("Work e-mail").fill("cole.lead@fenland.example");
    await dialog.getByLabel("Job title").fill("Team leader");
    await dialog.getByRole("checkbox", { name: /^Works cases/ }).setChecked(true);
    await dialog.getByRole("checkbox", { name: /^Administers the agency/ }).check();
    await ada.keyboard.press("Control+Enter");
    const shown = ada.getByRole("textbox", { name: "Link" });
    await expect(shown).toHaveValue(/\/join#[\w-]{43}$/);
    const colesLink = await shown.inputValue();
    await ada.getByRole("button", { name: "Done" }).press("Enter");
    await bede.goto("/admin/waiting");
    await expectAccessible(bede);
    await tabTo(bede, "button", "Grant to Cole Lead");
    await bede.keyboard.press("Enter");
    await said(bede, /Cole Lead/);
    const cole = await stranger(browser, county);
    await joins(cole, colesLink);

    await next(ada, /report/i);
    await ada.getByRole("button", { name: "Change Fenland", exact: true }).press("Enter");
    await dialog.getByLabel("Who takes on its reports").selectOption({ label: "Cole Lead, Team leader, Fenland DC" });
    await ada.keyboard.press("Control+Enter");
    await said(ada, "Fenland is changed.");
    await ada.goto("/admin");
    await said(ada, "Everything is in place");
    await expectAccessible(ada);

    // From now on the agency adds its own members, and one of them takes a report.
    await cole.goto("/admin/members");
    await cole.getByRole("button", { name: "Add a member" }).press("Enter");
    const adding = cole.getByRole("dialog");
    await adding.getByLabel("Full name").fill("Dee Officer");
    await adding.getByLabel("Work e-mail").fill("dee.officer@fenland.example");
    await adding.getByLabel("Job title").fill("ASB officer");
    await cole.keyboard.press("Control+Enter");
    const deesLink = await cole.getByRole("textbox", { name: "Link" }).inputValue();
    const dee = await stranger(browser, county);
    await joins(dee, deesLink);
    await dee.goto("/reports/new");
    await expect(dee.getByRole("heading", { level: 1, name: "New report" })).toBeVisible();
    await expectAccessible(dee);
    // Those who set it up read no case and take no report.
    await ada.goto("/cases");
    await expect(ada.getByRole("list", { name: /cases/i })).toHaveCount(0);
  } finally {
    await county.stop();
    await asOwner(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  }
});
