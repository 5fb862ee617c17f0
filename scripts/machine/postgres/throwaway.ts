import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { type DatabaseUrls, inDatabase, urlsFrom } from "./addresses";
import { migrate } from "../migrations/apply";
import { anyFree } from "./ports";
import { runningIn, startPostgres, stopPostgres } from "./cluster";
import { loadSeed } from "../seeds";
import { settingsOf } from "../settings";

const prefix = "hereward-test-";
const templateName = "template_hereward";

/** Known to everyone and good for nothing: a throwaway cluster listens on this machine only and holds invented data. */
export const testSecrets = {
  superuserPassword: "test",
  ownerPassword: "test",
  appPassword: "test",
  authPassword: "test",
  jobsPassword: "test",
  authSecret: "a secret that guards nothing but the tests",
  fieldKey: Buffer.alloc(32, "field key of the tests").toString("base64"),
};

/** A Postgres in the temporary folder with a template database: migrated, reference data loaded. */
export interface Throwaway {
  ownerUrl: string;
  stop(): Promise<void>;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Ends and removes what test runs that were killed have left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (!isGone(Number(name.slice(prefix.length).split("-")[0]))) continue;
    const folder = path.join(tmpdir(), name);
    try {
      const running = runningIn({ folder: path.join(folder, "postgres"), ...testSecrets });
      if (running) await stopPostgres(running.pid);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's: that account's next run sweeps it.
    }
  }
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The addresses of one database of a throwaway cluster. */
export function testUrls(ownerUrl: string, database: string): DatabaseUrls {
  return urlsFrom(inDatabase(ownerUrl, database), testSecrets);
}

/** A new database with everything the template holds. */
export async function cloneTemplate(ownerUrl: string, database: string): Promise<DatabaseUrls> {
  // Copying files takes a tenth of the time of writing every page through the log, once nothing needs to survive a power cut.
  await asOwner(ownerUrl, `CREATE DATABASE "${database}" TEMPLATE ${templateName} STRATEGY FILE_COPY`);
  return testUrls(ownerUrl, database);
}

/** Starts a throwaway cluster and makes its template. It ends with stop(), or with this process. */
export async function startThrowaway(): Promise<Throwaway> {
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const options = { folder: path.join(folder, "postgres"), logFile: path.join(folder, "postgres.log"), port: await anyFree(), durable: false, ...testSecrets };
  const cluster = await startPostgres(options);
  const lastResort = () => {
    if (!isGone(cluster.pid)) process.kill(cluster.pid, "SIGQUIT");
    remove();
  };
  process.once("exit", lastResort);
  const stop = async () => {
    process.off("exit", lastResort);
    await cluster.stop();
    remove();
  };
  try {
    await asOwner(cluster.ownerUrl, `CREATE DATABASE ${templateName}`);
    const urls = testUrls(cluster.ownerUrl, templateName);
    await migrate(urls);
    await loadSeed("reference", { ...settingsOf({ urls, secrets: testSecrets, port: 3000, demo: false }), LOG_LEVEL: "warn" });
    return { ownerUrl: cluster.ownerUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
