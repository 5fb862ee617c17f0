import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startTestServer } from "../../../tests/support/server";
import { findBrowser } from "./browser";
import { endChildren, runQuietly, runShown } from "../children";
import { generateClient } from "../prisma-client";
import { inWords } from "../stopped";
import { type Counts, countsOfCheck, countsOfPlaywright, countsOfVitest, summary } from "./counts";

const vitestSteps = ["unit", "permissions", "integration", "architecture", "faults"] as const;
const steps = ["types", "lint", ...vitestSteps, "access", "sign-in", "journeys"] as const;

type Step = (typeof steps)[number];
type VitestStep = (typeof vitestSteps)[number];

interface Wanted {
  only: Set<Step>;
  filters: string[];
}

/** Settings of the developer's own shell would reach the tests and make them differ from one desk to the next. */
const foreign = /^(DATABASE_URL|(APP|AUTH|JOBS)_DATABASE_URL|APP_ORIGIN|PORT|HOST|AUTH_SECRET|FIELD_KEY|DEMO_MODE|SMTP_URL|MAIL_FROM|LOG_LEVEL|NEXTAUTH_.*|HEREWARD_(APP|AUTH|JOBS)_PASSWORD|NODE_ENV)$/;

function read(args: string[]): Wanted {
  const { values, positionals } = parseArgs({ args, options: { only: { type: "string" } }, allowPositionals: true });
  const named = values.only?.split(",") ?? [...steps];
  const unknown = named.filter((name) => !steps.includes(name as Step));
  if (unknown.length) throw new Error(`There is no step ${unknown.join(", ")}. The steps are ${steps.join(", ")}.`);
  return { only: new Set(named as Step[]), filters: positionals };
}

async function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => {
      console.error(inWords(error));
      return false;
    },
  );
}

async function checkTypes(): Promise<Counts> {
  const tools = async () => {
    await runQuietly("next/dist/bin/next", ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
    await runQuietly("typescript/bin/tsc", ["--noEmit"], {});
  };
  return countsOfCheck(await succeeds(tools()));
}

async function lint(): Promise<Counts> {
  const args = [".", "--max-warnings=0", "--cache", "--cache-location", "node_modules/.cache/eslint/"];
  return countsOfCheck(await succeeds(runQuietly("eslint/bin/eslint.js", args, {})));
}

async function runVitest(chosen: VitestStep[], filters: string[], reports: string): Promise<Counts> {
  const report = path.join(reports, "vitest.json");
  const isDatabase = (step: VitestStep) => step !== "unit";
  const projects = [...(chosen.includes("unit") ? ["unit"] : []), ...(chosen.some(isDatabase) ? ["database"] : [])];
  const isPart = chosen.length < vitestSteps.length;
  const folders = isPart && !filters.length ? chosen.flatMap((step) => (step === "unit" ? ["lib/", "components/", "scripts/", "tests/properties/"] : [`tests/${step}/`])) : filters;
  const args = ["run", ...projects.flatMap((name) => ["--project", name]), "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...folders];
  return countsOfVitest(report, await succeeds(runShown("vitest/vitest.mjs", args, {})));
}

/** A seeded tenth of the proof of access; the whole of it is npm run test:access. */
async function proveAccess(): Promise<Counts> {
  return countsOfCheck(await succeeds(runShown("tsx/dist/cli.mjs", ["tests/access/main.ts", "--small"], {})));
}

/** A small form of the figures of signing in; the whole of them is npm run test:sign-in. */
async function trySignIn(): Promise<Counts> {
  return countsOfCheck(await succeeds(runShown("tsx/dist/cli.mjs", ["tests/sign-in/run.ts", "--small"], {})));
}

async function runJourneys(filters: string[], reports: string): Promise<Counts> {
  const report = path.join(reports, "playwright.json");
  const browser = await findBrowser();
  const server = await startTestServer();
  try {
    const settings = { ...server.settings, HEREWARD_BROWSER: JSON.stringify(browser), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const succeeded = await succeeds(runShown("@playwright/test/cli.js", ["test", "--reporter=list,json", ...filters], settings));
    if (!succeeded) console.error(`\nThe last words of the server under test:\n${server.lastWords()}`);
    return countsOfPlaywright(report, succeeded);
  } finally {
    await server.stop();
  }
}

async function timed(name: string, work: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const counts = await work().catch((error: unknown) => {
    console.error(inWords(error));
    return countsOfCheck(false);
  });
  const outcome = counts.failed ? `${counts.failed} failed` : "passed";
  console.log(`── ${name}: ${outcome}, ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
  return counts;
}

async function runAll({ only, filters }: Wanted, reports: string): Promise<Counts[]> {
  const results: Counts[] = [];
  const chosen = vitestSteps.filter((step) => only.has(step));
  if (only.has("types")) results.push(await timed("types", checkTypes));
  if (only.has("lint")) results.push(await timed("lint", lint));
  if (chosen.length) results.push(await timed(chosen.join(", "), () => runVitest(chosen, filters, reports)));
  if (only.has("access")) results.push(await timed("access", proveAccess));
  if (only.has("sign-in")) results.push(await timed("sign-in", trySignIn));
  if (only.has("journeys")) results.push(await timed("journeys", () => runJourneys(filters, reports)));
  return results;
}

/** Runs the chosen steps one after the other, all of them whatever fails, and ends the process with the verdict. */
export async function test(args: string[]): Promise<void> {
  let wanted: Wanted;
  try {
    wanted = read(args);
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(2);
  }
  for (const name of Object.keys(process.env).filter((entry) => foreign.test(entry))) delete process.env[name];
  const reports = mkdtempSync(path.join(tmpdir(), "hereward-reports-"));
  process.once("exit", () => rmSync(reports, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void endChildren().then(() => process.exit(130)));
  const begun = Date.now();
  await generateClient().catch((error: unknown) => console.error(inWords(error)));
  const results = await runAll(wanted, reports);
  console.log(`\n${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
  console.log(summary(results));
  process.exit(results.some(({ failed }) => failed > 0) ? 1 : 0);
}
