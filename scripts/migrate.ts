import "./machine/environment-file";
import { parseArgs } from "node:util";
import { env } from "../lib/platform/env";
import { loadData, migrateAloud, prepareTables } from "./machine/prepare";
import type { DatabaseUrls } from "./machine/postgres/addresses";
import { inWords, Stopped } from "./machine/stopped";

const help = `Usage: npm run migrate [-- --data]

Brings the database at DATABASE_URL up to date: applies prisma/migrations (without a
download, and in the same books as "prisma migrate deploy"), lets the roles hereward_app,
hereward_auth and hereward_jobs log in with the passwords of their addresses, and makes the
tables of the job queue. Safe to run at any time, also while Hereward is being used.

  --data  load the reference lists too and, in demo mode, the made-up county
`;

function addresses(): DatabaseUrls {
  const { DATABASE_URL, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL } = env();
  if (!DATABASE_URL) throw new Stopped("DATABASE_URL is missing: migrations run as the owner of the tables.");
  if (!JOBS_DATABASE_URL) throw new Stopped("JOBS_DATABASE_URL (or HEREWARD_JOBS_PASSWORD) is missing.");
  return { DATABASE_URL, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL };
}

async function withData(urls: DatabaseUrls): Promise<void> {
  const settings = { ...urls, DEMO_MODE: env().DEMO_MODE ? "on" : "off" };
  const { lacksDemo } = await prepareTables(urls, settings);
  await loadData(urls, settings, lacksDemo);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const urls = addresses();
  if (values.data) await withData(urls);
  else await migrateAloud(urls);
  console.log("The database is up to date.");
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 1;
});
