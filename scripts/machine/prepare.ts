import { demoState, noteDemo } from "./demo-state";
import { migrate } from "./migrations/apply";
import type { DatabaseUrls } from "./postgres/addresses";
import { loadSeed } from "./seeds";
import { Stopped } from "./stopped";

type Settings = Record<string, string>;

async function loadDemo(ownerUrl: string, settings: Settings): Promise<void> {
  console.log("Making the demo county (a minute or two, only this once)…");
  await noteDemo(ownerUrl, "begun");
  if (!(await loadSeed("demo", settings))) console.log("There is no demo county to load yet.");
  await noteDemo(ownerUrl, "complete");
}

/** Applies what is pending and says so. */
export async function migrateAloud(urls: DatabaseUrls): Promise<void> {
  const { applied, changed } = await migrate(urls);
  if (applied.length) console.log(`Applied ${applied.length} ${applied.length === 1 ? "migration" : "migrations"}, up to ${applied.at(-1)}.`);
  for (const name of changed) console.log(`Migration ${name} was edited after it was applied to this database, which does not hold what the file says now.`);
}

/**
 * Tables, real lists and, in demo mode, the made-up county. Loading the county can be broken off:
 * a database of our own making is then emptied by `reset` and filled anew, anyone else's is refused.
 */
export async function prepareDatabase(urls: DatabaseUrls, settings: Settings, reset?: () => Promise<void>): Promise<void> {
  const isDemo = settings.DEMO_MODE === "on";
  const state = isDemo ? await demoState(urls.DATABASE_URL) : "complete";
  if (state === "begun") {
    if (!reset) throw new Stopped("Loading the demo county into this database was broken off. Empty the database and start again.");
    await reset();
  }
  await migrateAloud(urls);
  if (!(await loadSeed("reference", settings))) console.log("There are no reference lists to load yet.");
  if (state !== "complete") await loadDemo(urls.DATABASE_URL, settings);
}
