import "./environment-file";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildApplication } from "./build";
import { endChildren, startServer, startWorker, untilServing } from "./children";
import type { DatabaseUrls } from "./postgres/addresses";
import { openEmbedded, resetEmbedded } from "./postgres/embedded";
import { loadData, prepareTables } from "./prepare";
import { dataDir } from "./paths";
import { isFree, nextFree } from "./postgres/ports";
import { generateClient } from "./prisma-client";
import { secretsIn } from "./postgres/secrets";
import { demoPersonas } from "./seeds";
import { hasMembers } from "./members";
import { addressesGiven, settingsOf } from "./settings";
import { inWords, Stopped } from "./stopped";

type Settings = Record<string, string>;

const say = (words: string) => console.log(words);

async function choosePort(): Promise<number> {
  const asked = process.env.PORT;
  if (asked) {
    if (!(await isFree(Number(asked)))) throw new Stopped(`PORT is ${asked}, and something else listens there. Choose another, or leave PORT out.`);
    return Number(asked);
  }
  const port = await nextFree(3000);
  if (port !== 3000) say(`Port 3000 is in use by something else; using ${port}.`);
  return port;
}

/** The address of a Hereward that serves from this folder already. */
async function alreadyServing(noteFile: string): Promise<string | undefined> {
  if (!existsSync(noteFile)) return undefined;
  try {
    const { pid, port, origin } = JSON.parse(readFileSync(noteFile, "utf8")) as { pid: number; port: number; origin: string };
    process.kill(pid, 0);
    const response = await fetch(`http://127.0.0.1:${port}/api/health/live`, { signal: AbortSignal.timeout(2_000) });
    return response.ok ? origin : undefined;
  } catch {
    return undefined;
  }
}

function isDemo(): boolean {
  const asked = process.env.DEMO_MODE;
  return asked ? asked === "on" : !process.env.DATABASE_URL;
}

function introduce(origin: string, demo: boolean, isEmpty: boolean): void {
  if (isEmpty) say("\nNobody can sign in yet. Invite the first two people with: npm run invite:first -- --help");
  const personas = demo ? demoPersonas() : [];
  if (personas.length) {
    say("\nThis is demo mode: everyone in it is made up. You can sign in as");
    const width = Math.max(...personas.map(({ email }) => email.length));
    for (const { email, name, who, agency } of personas) say(`  ${email.padEnd(width)}  ${name}, ${who}, ${agency}`);
    say("The sign-in page lists them too and fills in the rest.");
  }
  say(`\nHereward is ready at ${origin}\nCtrl-C ends it.`);
}

/** Things to end, last begun first. */
class Shutdown {
  private readonly steps: (() => Promise<void>)[] = [];
  private under?: Promise<void>;
  begun = false;

  add(step: () => Promise<void>): void {
    this.steps.unshift(step);
  }

  run(): Promise<void> {
    this.begun = true;
    this.under ??= (async () => {
      for (const step of this.steps) await step().catch((error: unknown) => console.error(error));
    })();
    return this.under;
  }
}

function endOnSignals(shutdown: Shutdown): void {
  let signals = 0;
  const end = async () => {
    signals += 1;
    if (signals > 1) return;
    say("\nEnding…");
    await shutdown.run();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());
  // npm does not pass on that it was killed outright; without it nobody is left at this terminal.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void end(), 1_000).unref();
}

async function keepWorking(settings: Settings, shutdown: Shutdown): Promise<void> {
  while (!shutdown.begun) {
    await startWorker(settings).ended;
    if (shutdown.begun) return;
    say("The worker ended; starting it again in 5 seconds.");
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

interface Situation {
  urls: DatabaseUrls;
  settings: Settings;
  port: number;
  /** Empties the database; only one of our own making may be. */
  reset?: () => Promise<void>;
}

async function takeStock(folder: string, shutdown: Shutdown): Promise<Situation> {
  const port = await choosePort();
  const demo = isDemo();
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await openEmbedded(folder);
  if (embedded) shutdown.add(() => embedded.stop());
  // Added after it, so that they end before their database does.
  shutdown.add(endChildren);
  const urls = embedded?.urls ?? addressesGiven(given ?? "", folder);
  const settings = settingsOf({ urls, secrets: secretsIn(folder), port, demo }, process.env);
  if (demo) {
    settings.HOST = process.env.HOST || "127.0.0.1";
    settings.LOG_LEVEL = process.env.LOG_LEVEL || "warn";
  }
  return { urls, settings, port, reset: embedded && (() => resetEmbedded(embedded)) };
}

async function serve(shutdown: Shutdown): Promise<void> {
  const folder = dataDir();
  const noteFile = path.join(folder, "serving.json");
  const serving = await alreadyServing(noteFile);
  if (serving) return say(`Hereward is already running from this folder, at ${serving}`);
  const { urls, settings, port, reset } = await takeStock(folder, shutdown);

  await generateClient();
  const building = buildApplication();
  building.catch(() => undefined);
  const { lacksDemo } = await prepareTables(urls, settings, reset);
  if (lacksDemo) await loadData(urls, settings, lacksDemo);
  await building;
  if (shutdown.begun) return;

  const server = startServer(settings);
  void keepWorking(settings, shutdown);
  // The lists are there from the first start on; reading them anew need not keep anyone waiting.
  const [isServing] = await Promise.all([untilServing(port, server), lacksDemo ? undefined : loadData(urls, settings, false)]);
  if (shutdown.begun) return;
  if (!isServing) throw new Stopped("The web server did not come up. If it said why, it stands above.");
  const origin = settings.APP_ORIGIN ?? "";
  writeFileSync(noteFile, JSON.stringify({ pid: process.pid, port, origin }));
  shutdown.add(async () => rmSync(noteFile, { force: true }));
  introduce(origin, settings.DEMO_MODE === "on", !(await hasMembers(urls.DATABASE_URL)));
  await server.ended;
  if (!shutdown.begun) throw new Stopped("The web server ended by itself.");
}

/** Sets up what is missing, serves until told to end, and ends everything it began. */
export async function start(): Promise<void> {
  const shutdown = new Shutdown();
  endOnSignals(shutdown);
  try {
    await serve(shutdown);
    if (!shutdown.begun) process.exit(0);
  } catch (error) {
    if (shutdown.begun) return;
    console.error(`\n${inWords(error)}`);
    await shutdown.run();
    process.exit(1);
  }
}
