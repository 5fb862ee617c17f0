import type { JobHelpers } from "graphile-worker";
import { Pool } from "pg";
import { taskList } from "../../lib/tasks";
import { testDatabase } from "./database";

const pools = new Map<string, Pool>();

/** Does one of the worker's tasks now, as the worker would: by its own role, and by the clock of the database. */
export async function doTask(name: string, payload: object = {}): Promise<void> {
  const url = testDatabase().JOBS_DATABASE_URL;
  const pool = pools.get(url) ?? new Pool({ connectionString: url, max: 2, allowExitOnIdle: true });
  // The server may end before we do.
  if (!pools.has(url)) pool.on("error", () => undefined);
  pools.set(url, pool);
  const task = taskList[name];
  if (!task) throw new Error(`The worker has no task ${name}`);
  await task(payload, { query: (sql: string, values: unknown[]) => pool.query(sql, values) } as unknown as JobHelpers);
}
