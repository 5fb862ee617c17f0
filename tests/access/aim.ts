import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../lib/platform/generated/client";
import { closeDatabase } from "../../lib/platform/db";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { settle } from "./databases";

/** Points the application's doors at another database of this run: its settings are read once, its clients are not. */
export async function aim(urls: DatabaseUrls): Promise<void> {
  settle(urls);
  await closeDatabase();
  const client = (connectionString: string) => new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 4 }) });
  Object.assign(globalThis, { heApp: client(urls.APP_DATABASE_URL), heJobs: client(urls.JOBS_DATABASE_URL) });
}

/** Lets go of the database, so that it can be dropped. */
export async function letGo(): Promise<void> {
  await closeDatabase();
}
