import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../lib/platform/generated/client";
import { closeDatabase } from "../../lib/platform/db";
import { statementNames } from "../../lib/platform/prepared";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { settle } from "./databases";

/** A client of few connections that plans each statement once: what is asked here is asked thousands of times over few rows. */
export function quickClient(connectionString: string, max = 2): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max, options: "-c plan_cache_mode=force_generic_plan -c jit=off" }, { statementNameGenerator: statementNames(2_000) }) });
}

/** Points the application's doors at another database of this run: its settings are read once, its clients are not. */
export async function aim(urls: DatabaseUrls): Promise<void> {
  settle(urls);
  await closeDatabase();
  Object.assign(globalThis, { heApp: quickClient(urls.APP_DATABASE_URL), heJobs: quickClient(urls.JOBS_DATABASE_URL) });
}

/** Lets go of the database, so that it can be dropped. */
export async function letGo(): Promise<void> {
  await closeDatabase();
}
