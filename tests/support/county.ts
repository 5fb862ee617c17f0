import { loadCounty } from "../../prisma/seed/county";
import { ownerClient } from "../../prisma/seed/owner";
import { asOwner } from "./database";

/** Puts the demo county's agencies, members, agreement, panels and gazetteer into this file's database. Once a file. */
export async function loadTestCounty(): Promise<void> {
  const db = ownerClient();
  try {
    await loadCounty(db);
  } finally {
    await db.$disconnect();
  }
}

async function idOf(sql: string, value: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>(sql, [value]);
  if (!row) throw new Error(`The county has no ${value}`);
  return row.id;
}

/** The member of that name, such as "Priya Shah". */
export function memberNamed(name: string): Promise<string> {
  return idOf(`SELECT id FROM "Member" WHERE name = $1`, name);
}

/** The agency with that code, such as "fen-homes". */
export function agencyCoded(code: string): Promise<string> {
  return idOf(`SELECT id FROM "Agency" WHERE code = $1`, code);
}

/** The area with that code, such as "FEN". */
export function areaCoded(code: string): Promise<string> {
  return idOf(`SELECT id FROM "Area" WHERE code = $1`, code);
}
