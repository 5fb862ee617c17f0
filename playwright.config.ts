import { execFileSync } from "node:child_process";
import path from "node:path";
import { defineConfig } from "@playwright/test";

interface Browser {
  path: string;
  environment: Record<string, string>;
}

// Playwright reads this file in every process it starts: the first one looks for a browser, the others inherit the answer.
process.env.HEREWARD_BROWSER ??= execFileSync(process.execPath, ["--import", "tsx", path.join("scripts", "browser.ts")], { encoding: "utf8", cwd: __dirname });
const browser = JSON.parse(process.env.HEREWARD_BROWSER) as Browser;

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 15 * 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: process.env.APP_ORIGIN ?? "http://localhost:3000",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser.path,
      // Chromium as root has no sandbox to enter. Nothing else is changed: a browser unlike people's proves nothing.
      args: ["--no-sandbox", "--disable-gpu"],
      env: { ...(process.env as Record<string, string>), ...browser.environment },
    },
  },
});
