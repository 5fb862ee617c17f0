import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { dataDir, root } from "../paths";
import { Stopped } from "../stopped";

/** A Chromium that runs here, and what it needs in its environment. */
export interface Browser {
  path: string;
  environment: Record<string, string>;
}

const installedPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function runs({ path: program, environment }: Browser): boolean {
  return spawnSync(program, ["--version"], { env: { ...process.env, ...environment }, timeout: 30_000 }).status === 0;
}

async function playwrightOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const place = chromium.executablePath();
  return place && existsSync(place) ? place : undefined;
}

/** Unpacks the Chromium that npm installed into the data folder: whole or not at all, once per version. */
async function unpacked(): Promise<Browser> {
  const packaged = path.join(root, "node_modules", "@sparticuz", "chromium");
  const { version } = JSON.parse(readFileSync(path.join(packaged, "package.json"), "utf8")) as { version: string };
  const folder = path.join(dataDir(), `browser-${version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const before = process.env.TMPDIR;
    // The package always unpacks into the temporary folder, where another account's copy could stand in the way.
    process.env.TMPDIR = unfinished;
    try {
      const { inflate } = await import("@sparticuz/chromium");
      for (const part of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) await inflate(path.join(packaged, "bin", part));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    if (existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
  }
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: path.join(folder, "fonts") };
  const browser = { path: path.join(folder, "chromium"), environment: fonts };
  if (runs(browser)) return browser;
  // A bare system lacks a few libraries that the package brings along.
  return { ...browser, environment: { ...fonts, LD_LIBRARY_PATH: path.join(folder, "al2023", "lib") } };
}

/** The browser for the journeys: PLAYWRIGHT_CHROMIUM, an installed one, Playwright's own, or the one inside npm. Throws when none runs. */
export async function findBrowser(): Promise<Browser> {
  const asked = process.env.PLAYWRIGHT_CHROMIUM;
  if (asked) {
    const browser = { path: asked, environment: {} };
    if (!runs(browser)) throw new Stopped(`PLAYWRIGHT_CHROMIUM is ${asked}, and that does not run.`);
    return browser;
  }
  const own = await playwrightOwn();
  for (const place of own ? [...installedPlaces, own] : installedPlaces) {
    if (existsSync(place) && runs({ path: place, environment: {} })) return { path: place, environment: {} };
  }
  const browser = await unpacked();
  if (!runs(browser)) throw new Stopped("No browser runs here. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to one.");
  return browser;
}
