import { Client } from "pg";

/** Whether there is anybody at all who could be let in. */
export async function hasMembers(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM "Member") AS any`);
    return rows[0]?.any ?? false;
  } finally {
    await client.end();
  }
}
