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
 * Brings the tables up to date and says whether the demo county is still to be loaded. Loading it can be broken off:
 * a database of our own making is then emptied by `reset`, anyone else's is refused.
 */
export async function prepareTables(urls: DatabaseUrls, settings: Settings, reset?: () => Promise<void>): Promise<{ lacksDemo: boolean }> {
  const state = settings.DEMO_MODE === "on" ? await demoState(urls.DATABASE_URL) : "complete";
  if (state === "begun") {
    if (!reset) throw new Stopped("Loading the demo county into this database was broken off. Empty the database and start again.");
    await reset();
  }
  await migrateAloud(urls);
  return { lacksDemo: state !== "complete" };
}

/** Loads the real lists, which are the same however often that is done, and the demo county where it is lacking. */
export async function loadData(urls: DatabaseUrls, settings: Settings, lacksDemo: boolean): Promise<void> {
  if (!(await loadSeed("reference", settings))) console.log("There are no reference lists to load yet.");
  if (lacksDemo) await loadDemo(urls.DATABASE_URL, settings);
}
