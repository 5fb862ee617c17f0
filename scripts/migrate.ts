import { parseArgs } from "node:util";
import { env } from "../lib/platform/env";
import { migrate } from "./machine/migrations/apply";
import type { DatabaseUrls } from "./machine/postgres/addresses";

const help = `Usage: npm run migrate

Brings the database at DATABASE_URL up to date: applies prisma/migrations (without a
download, and in the same books as "prisma migrate deploy"), lets the roles hereward_app,
hereward_auth and hereward_jobs log in with the passwords of their addresses, and makes the
tables of the job queue. Safe to run at any time, also while Hereward is being used.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const { DATABASE_URL, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is missing: migrations run as the owner of the tables.");
  if (!JOBS_DATABASE_URL) throw new Error("JOBS_DATABASE_URL (or HEREWARD_JOBS_PASSWORD) is missing.");
  const urls: DatabaseUrls = { DATABASE_URL, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL };
  const { applied, changed } = await migrate(urls);
  for (const name of applied) console.log(`Applied migration ${name}.`);
  for (const name of changed) console.log(`Migration ${name} was edited after it was applied to this database, which does not hold what the file says now.`);
  if (!applied.length) console.log("The database is up to date.");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
