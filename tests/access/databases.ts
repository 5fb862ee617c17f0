import { Client } from "pg";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { cloneTemplate, startThrowaway, testSecrets } from "../../scripts/machine/postgres/throwaway";
import { settingsOf } from "../../scripts/machine/settings";
import { generateClient } from "../../scripts/machine/prisma-client";
import { loadWorld } from "./load";
import type { World } from "./world";

let clusterUrl = process.env.HEREWARD_TEST_CLUSTER;
let made = 0;

/** A Postgres for this run, unless the run that called us has one already. */
export async function openCluster(): Promise<() => Promise<void>> {
  if (clusterUrl) return async () => undefined;
  await generateClient();
  const cluster = await startThrowaway();
  // Those who are set to work here find it by this.
  process.env.HEREWARD_TEST_CLUSTER = clusterUrl = cluster.ownerUrl;
  return () => cluster.stop();
}

/** A database of its own for a world, and how to be rid of it. */
export async function databaseFor(world?: World): Promise<{ urls: DatabaseUrls; drop: () => Promise<void> }> {
  made += 1;
  const name = `test_${process.pid}_access_${made}`;
  const urls = await cloneTemplate(clusterUrl!, name);
  if (world) await loadWorld(urls.DATABASE_URL, world);
  const drop = async () => runAs(clusterUrl!, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  return { urls, drop };
}

/** A copy of a loaded database, to be spoilt. */
export async function copyOf(urls: DatabaseUrls): Promise<{ urls: DatabaseUrls; drop: () => Promise<void> }> {
  made += 1;
  const name = `test_${process.pid}_access_${made}`;
  const from = new URL(urls.DATABASE_URL).pathname.slice(1);
  await runAs(clusterUrl!, `CREATE DATABASE "${name}" TEMPLATE "${from}" STRATEGY FILE_COPY`);
  const named = Object.fromEntries(Object.entries(urls).map(([key, url]) => [key, url.replace(`/${from}`, `/${name}`)])) as unknown as DatabaseUrls;
  return { urls: named, drop: async () => runAs(clusterUrl!, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

export async function runAs(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Points the application's own settings at a database. */
export function settle(urls: DatabaseUrls): void {
  Object.assign(process.env, settingsOf({ urls, secrets: testSecrets, port: 3000, demo: false }), { LOG_LEVEL: "silent" });
}
