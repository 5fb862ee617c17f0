import { Client } from "pg";
import { beforeAll, expect, it } from "vitest";
import { migrate } from "../../../scripts/machine/migrations/apply";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, emptyDatabase } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

// A change without a WHERE is not held to the policy for reading: the policy for changing must keep the sides by itself.

let made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  made = await makeCase({ by: await memberNamed("Jo Ellwood"), area: "FEN", rag: "amber", victim: "Karen Kettle", alleged: "Jason Drove", sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }] });
  const [jo] = await asOwner<{ id: string; agencyId: string }>(`SELECT id, "agencyId" FROM "Member" WHERE name = 'Jo Ellwood'`);
  await asOwner(`INSERT INTO "Need" ("caseId", code, side, "startsOn", "recordedById") VALUES ($1, 'x', 'victim', '2026-01-01', $2), ($1, 'x', 'perpetrator', '2026-01-01', $2)`, [made.caseId, jo!.id]);
  await asOwner(
    `INSERT INTO "SharedAction" ("caseId", what, "askedById", "askedByAgencyId", "ownerAgencyId", "dueAt", side) VALUES ($1, 'x', $2, $3, $3, now(), 'victim'), ($1, 'x', $2, $3, $3, now(), 'both')`,
    [made.caseId, jo!.id, jo!.agencyId],
  );
});

it.each([["Involvement", "note"], ["Need", "note"], ["SharedAction", "what"]])("changes no %s of the other side, however it is asked", async (table, column) => {
  await plainSqlAs(await memberNamed("Amina Yusuf"), `UPDATE "${table}" SET ${column} = 'changed'`);
  const changed = await asOwner<{ side: string }>(`SELECT DISTINCT side::text FROM "${table}" WHERE "caseId" = $1 AND ${column} = 'changed'`, [made.caseId]);
  expect(changed.map(({ side }) => side)).not.toContain("victim");
  expect(changed).not.toEqual([]);
});

it("makes no table of its own that a function could mistake for ours", async () => {
  const urls = await emptyDatabase();
  await migrate(urls);
  const client = new Client({ connectionString: urls.APP_DATABASE_URL });
  await client.connect();
  try {
    await expect(client.query(`CREATE TEMP TABLE "Member" (id uuid)`)).rejects.toThrow(/permission denied/);
  } finally {
    await client.end();
  }
}, 60_000);
