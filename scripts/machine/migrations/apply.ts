import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { type DatabaseUrls, loginRoles } from "../postgres/addresses";
import { root } from "../paths";
import type { MigrationFolder } from "./engine";
import { Stopped } from "../stopped";

const lockKey = 72_707_370;

function migrationsIn(folder: string): MigrationFolder[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map(({ name }) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
}

/** What stands in the way of doing nothing: migrations not applied, and those changed since they were. */
async function compare(client: Client, migrations: MigrationFolder[]): Promise<{ pending: boolean; changed: string[] }> {
  const { rowCount } = await client.query("SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL");
  if (!rowCount) return { pending: migrations.length > 0, changed: [] };
  const { rows } = await client.query<Applied>("SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations");
  const standing = new Map(rows.filter((row) => row.finished_at && !row.rolled_back_at).map((row) => [row.migration_name, row.checksum]));
  const changed = migrations.filter(({ name, sql }) => standing.has(name) && standing.get(name) !== createHash("sha256").update(sql).digest("hex"));
  return { pending: migrations.some(({ name }) => !standing.has(name)), changed: changed.map(({ name }) => name) };
}

/** Lets the application's roles log in with the passwords their addresses carry. */
async function allowLogins(client: Client, urls: DatabaseUrls): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>("SELECT rolname FROM pg_roles WHERE rolname = ANY($1)", [loginRoles]);
  const existing = new Set(rows.map((row) => row.rolname));
  for (const url of [urls.APP_DATABASE_URL, urls.AUTH_DATABASE_URL, urls.JOBS_DATABASE_URL]) {
    const { username, password } = new URL(url);
    if (!existing.has(username) || !password) continue;
    await client.query(`ALTER ROLE ${client.escapeIdentifier(username)} LOGIN PASSWORD ${client.escapeLiteral(decodeURIComponent(password))}`);
  }
}

/** Tries each address of the application, so that a wrong one is said now and not by the first page. */
async function checkLogins(urls: DatabaseUrls): Promise<void> {
  for (const name of ["APP_DATABASE_URL", "AUTH_DATABASE_URL", "JOBS_DATABASE_URL"] as const) {
    const client = new Client({ connectionString: urls[name], connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
    } catch (error) {
      throw new Stopped(`${name} does not work: ${(error as Error).message}.`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** The job queue's own tables, made by its own migrations. */
async function installQueue(client: Client, ownerUrl: string): Promise<void> {
  const latest = Math.max(...readdirSync(path.join(root, "node_modules", "graphile-worker", "sql")).map((name) => Number.parseInt(name, 10)));
  const { rowCount } = await client.query("SELECT 1 WHERE to_regclass('graphile_worker.migrations') IS NOT NULL");
  const installed = rowCount ? (await client.query<{ id: number }>("SELECT max(id) AS id FROM graphile_worker.migrations")).rows[0]?.id : 0;
  if (installed === latest) return;
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined), noHandleSignals: true });
}

/** What the roles may do with the queue: the worker everything, the application only add a job. */
async function grantQueue(client: Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>("SELECT rolname FROM pg_roles WHERE rolname = ANY($1)", [loginRoles]);
  if (rows.length < loginRoles.length) return;
  await client.query(readFileSync(path.join(root, "scripts", "machine", "migrations", "queue-grants.sql"), "utf8"));
}

export interface MigrationReport {
  applied: string[];
  /** Applied once and edited since: the database does not hold what the file says now. */
  changed: string[];
}

/** Brings a database up to date: migrations, logins, job queue. Safe to run at any time, by several at once. */
export async function migrate(urls: DatabaseUrls, folder = path.join(root, "prisma", "migrations")): Promise<MigrationReport> {
  const client = new Client({ connectionString: urls.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
    const migrations = migrationsIn(folder);
    const { pending, changed } = await compare(client, migrations);
    let applied: string[] = [];
    if (pending) {
      const { applyMigrations } = await import("./engine");
      const lockFile = path.join(folder, "migration_lock.toml");
      applied = await applyMigrations(urls.DATABASE_URL, migrations, existsSync(lockFile) ? readFileSync(lockFile, "utf8") : 'provider = "postgresql"\n');
    }
    await allowLogins(client, urls);
    await installQueue(client, urls.DATABASE_URL);
    await grantQueue(client);
    await checkLogins(urls);
    return { applied, changed };
  } finally {
    await client.end();
  }
}
