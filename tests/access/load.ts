import { Client } from "pg";
import type { Row, World } from "./world";

/** Puts a world into an empty database as its owner, and stops the database's clock at the world's instant. */
export async function loadWorld(ownerUrl: string, world: World): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM "Template" WHERE key = 'VRA' AND status = 'published'`);
    const filled = Object.entries(world.tables).filter(([, list]) => list.length > 0);
    await stopClock(client, world.now);
    await client.query("BEGIN");
    // What the triggers do beside a member's writing has no place here: each row is given as it is to stand.
    for (const [table] of filled) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    for (const [table, list] of filled) await insert(client, table, list, rows[0]!.id);
    await client.query("COMMIT");
    await client.query("BEGIN");
    for (const [table] of filled) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    await client.query("COMMIT");
    // What is written later is numbered after what stands here.
    for (const table of ["Entry", "RagChange"]) await client.query(`SELECT setval(pg_get_serial_sequence('"${table}"', 'seq'), 1000000)`);
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

/** An instant that stands still: what ends at this very millisecond can then be told from what ends at the next. */
async function stopClock(client: Client, now: Date): Promise<void> {
  await client.query(`CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT '${now.toISOString()}'::timestamptz $$`);
}

/** Rows of one table may name different columns: each set of columns goes in one statement. */
export async function insert(client: Client, table: string, list: Row[], templateId: string): Promise<void> {
  const sets = new Map<string, Row[]>();
  for (const row of list) {
    const columns = Object.keys(row).filter((name) => row[name] !== undefined).map((name) => `"${name}"`).sort().join(", ");
    sets.set(columns, [...(sets.get(columns) ?? []), row]);
  }
  for (const [columns, rows] of sets) {
    const json = JSON.stringify(rows).replaceAll("@template", templateId);
    await client.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, [json]).catch((error: Error) => {
      throw new Error(`${table}: ${error.message} ${(error as { detail?: string }).detail ?? ""}`);
    });
  }
}
