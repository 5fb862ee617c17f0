import { Client } from "pg";
import { testDatabase } from "./database";

/** Runs one statement as the application's role with a member's context and nothing of ours between, and keeps what it did. */
export async function plainSqlAs<Row extends object = Record<string, unknown>>(member: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: testDatabase().JOBS_DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT open_as_member($1)", [member]);
    await client.query("SET LOCAL ROLE hereward_app");
    const { rows } = await client.query(sql, values);
    await client.query("COMMIT");
    return rows as Row[];
  } finally {
    await client.end();
  }
}
