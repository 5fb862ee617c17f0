import { Pool } from "pg";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { settingsOf } from "../../scripts/machine/settings";
import { cloneTemplate, testSecrets, testUrls } from "../../scripts/machine/postgres/throwaway";

let made = 0;
let current: DatabaseUrls | undefined;
const pools = new Map<string, Pool>();

function poolFor(url: string): Pool {
  const open = pools.get(url) ?? new Pool({ connectionString: url, max: 4, allowExitOnIdle: true });
  // The server may end before we do.
  if (!pools.has(url)) open.on("error", () => undefined);
  pools.set(url, open);
  return open;
}

function clusterUrl(): string {
  const url = process.env.HEREWARD_TEST_CLUSTER;
  if (!url) throw new Error("This test runs without a database. Tests that need one live in tests/permissions, tests/integration or tests/architecture.");
  return url;
}

/** Databases are named after the process they serve; those of processes that have ended are dropped. */
async function dropAbandoned(): Promise<void> {
  const pool = poolFor(clusterUrl());
  const { rows } = await pool.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE 'test_%'");
  for (const { datname } of rows) {
    try {
      process.kill(Number(datname.split("_")[1]), 0);
    } catch {
      // A neighbour may be dropping the same one.
      await pool.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`).catch(() => undefined);
    }
  }
}

/** Another database like the template, for a test that spoils its own. The settings stay as they are. */
export async function freshDatabase(): Promise<DatabaseUrls> {
  made += 1;
  return cloneTemplate(clusterUrl(), `test_${process.pid}_${made}`);
}

/** A database with nothing in it at all, for testing how one is filled. */
export async function emptyDatabase(): Promise<DatabaseUrls> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  await poolFor(clusterUrl()).query(`CREATE DATABASE "${name}" TEMPLATE template0`);
  return testUrls(clusterUrl(), name);
}

/** Gives this test file its own database and points the settings at it. The setup file calls this; tests call testDatabase(). */
export async function openTestDatabase(): Promise<DatabaseUrls> {
  await dropAbandoned();
  current = await freshDatabase();
  Object.assign(process.env, settingsOf({ urls: current, secrets: testSecrets, port: 3000, demo: false }), { LOG_LEVEL: "silent" });
  return current;
}

/** The addresses of this file's database, for each role. In a journey: those of the server under test. */
export function testDatabase(): DatabaseUrls {
  if (current) return current;
  const { DATABASE_URL, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL } = process.env;
  if (!DATABASE_URL || !APP_DATABASE_URL || !AUTH_DATABASE_URL || !JOBS_DATABASE_URL) {
    throw new Error("There is no test database: run through npm test, or vitest with the configuration of this repository.");
  }
  return { DATABASE_URL, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL };
}

/** Runs SQL as the owner, whom row-level security lets pass: for arranging and for checking, never for the act under test. */
export async function asOwner<Row extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await poolFor(testDatabase().DATABASE_URL).query(sql, values)).rows as Row[];
}

/** Runs SQL as the application's role with no member in its context, as someone past the first wall would. */
export async function asAppRole<Row extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await poolFor(testDatabase().APP_DATABASE_URL).query(sql, values)).rows as Row[];
}

/** Makes it this instant for the database and all who ask it, from where time runs on. */
export async function setClock(instant: Date | string): Promise<void> {
  await asOwner(
    `INSERT INTO "ClockOffset" (id, "offsetMs") VALUES (1, ceil(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000))
     ON CONFLICT (id) DO UPDATE SET "offsetMs" = excluded."offsetMs"`,
    [typeof instant === "string" ? instant : instant.toISOString()],
  );
}

/** Lets the true time be the time again. */
export async function resetClock(): Promise<void> {
  await asOwner(`UPDATE "ClockOffset" SET "offsetMs" = 0 WHERE id = 1`);
}
