import { asOwner } from "./database";

/** What every request may leave behind, whatever comes of it: its audit, and when the session was last used. */
export const everyRequestLeaves = ["AuditEvent", "AuditHead", "Session"];

/** A sum of each table's rows but those named: two that are equal mean that nothing was written between. */
export async function digest(but: string[] = everyRequestLeaves): Promise<Record<string, string>> {
  const tables = await asOwner<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1) ORDER BY 1`, [but]);
  const parts = tables.map(({ name }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM "${name}" t`);
  parts.push(`SELECT 'jobs' AS name, md5(coalesce(string_agg(id::text, '|' ORDER BY id), '')) AS sum FROM graphile_worker.jobs`);
  const rows = await asOwner<{ name: string; sum: string }>(parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map((row) => [row.name, row.sum]));
}
