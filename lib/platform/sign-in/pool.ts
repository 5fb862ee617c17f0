import { Pool, type PoolClient } from "pg";
import { env } from "../env";

const held = globalThis as unknown as { heAuthPool?: Pool };

/** Connections of the role that alone reads and writes what proves who somebody is. */
export function authPool(): Pool {
  return (held.heAuthPool ??= new Pool({
    connectionString: env().AUTH_DATABASE_URL, max: 6, connectionTimeoutMillis: 10_000, statement_timeout: 5_000, idle_in_transaction_session_timeout: 10_000,
  }));
}

/** One transaction of the sign-in role. Nothing inside may ask the pool again: under load the two would wait for each other. */
export async function inAuth<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await authPool().connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
