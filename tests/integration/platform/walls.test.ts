import { Client } from "pg";
import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { tokenHash } from "../../../lib/platform/db";
import { memberNamed, loadTestCounty } from "../../support/county";
import { asOwner, testDatabase } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

const hidden = ["Case", "Entry", "Person", "Involvement", "Grant", "Assessment", "CaseMember", "RagChange", "LiveTrigger", "Need", "SharedAction", "Referral", "Intervention", "ContactPoint", "Residence", "Alias", "ContactPlan", "Warning", "DutyCall", "Report"];

let made: MadeCase;

async function sessionFor(name: string): Promise<Buffer> {
  const token = tokenHash(randomBytes(16).toString("hex"));
  await asOwner(`INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt") SELECT $1, "userId", id, app_now() + interval '1 hour' FROM "Member" WHERE name = $2`, [token, name]);
  return token;
}

/** What the application's own role reads by plain SQL, as a member, with nothing of ours between. */
async function readAs(name: string | null, sql: string, values: unknown[] = []): Promise<{ n: number }[]> {
  const client = new Client({ connectionString: testDatabase().APP_DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    if (name) await client.query("SELECT open_request($1)", [await sessionFor(name)]);
    return (await client.query(sql, values)).rows;
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

beforeAll(async () => {
  await loadTestCounty();
  made = await makeCase({ by: await memberNamed("Jo Ellwood"), area: "FEN", rag: "amber", sharedWith: ["fen-homes"] });
});

describe("with the first wall off, row-level security alone", () => {
  test.each(hidden)("hides every %s row without a context", async (table) => {
    expect(await readAs(null, `SELECT count(*)::int AS n FROM "${table}"`)).toEqual([{ n: 0 }]);
  });

  test.each(["Rosa Mill", "Asha Patel", "Nadia Kern", "Sam Ito", "Owen Price", "Callum Reid"])("shows a stranger (%s) no row of any case", async (name) => {
    for (const table of hidden) expect(await readAs(name, `SELECT count(*)::int AS n FROM "${table}"`), table).toEqual([{ n: 0 }]);
  });

  test("shows the case's own agencies their rows, so that the emptiness above means something", async () => {
    for (const name of ["Jo Ellwood", "Priya Shah"]) {
      const seen = await readAs(name, `SELECT (SELECT count(*) FROM "Case")::int AS n UNION ALL SELECT (SELECT count(*) FROM "Entry")::int UNION ALL SELECT (SELECT count(*) FROM "Person")::int`);
      expect(seen.every((row) => row.n > 0), name).toBe(true);
    }
  });

  test("lets a stranger write nothing to the case", async () => {
    const attempts: [string, unknown[]][] = [
      [`UPDATE "Case" SET title = 'x' WHERE id = $1`, [made.caseId]],
      [`UPDATE "SharedAction" SET what = 'x' WHERE "caseId" = $1`, [made.caseId]],
    ];
    for (const [sql, values] of attempts) {
      const rows = await readAs("Asha Patel", `WITH changed AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM changed`, values);
      expect(rows).toEqual([{ n: 0 }]);
    }
    const member = await memberNamed("Asha Patel");
    await expect(readAs("Asha Patel", `INSERT INTO "Entry" (id, "caseId", kind, body, "authorId", "authorAgencyId") SELECT gen_random_uuid(), $1, 'note', 'x', $2, ctx_agency()`, [made.caseId, member])).rejects.toThrow(/row-level security/);
    await expect(readAs("Asha Patel", `INSERT INTO "Grant" ("caseId", "agencyId", level, purpose, "legalBasis", "grantedById") SELECT $1, ctx_agency(), 'contribute', 'x', 'x', $2`, [made.caseId, member])).rejects.toThrow(/row-level security/);
  });

  test("lets a contributor change no entry, and nobody at all", async () => {
    await expect(readAs("Jo Ellwood", `UPDATE "Entry" SET body = 'x' RETURNING 1 AS n`)).rejects.toThrow(/permission denied/);
    await expect(readAs("Jo Ellwood", `DELETE FROM "Entry" RETURNING 1 AS n`)).rejects.toThrow(/permission denied/);
    await expect(asOwner(`UPDATE "Entry" SET body = 'x'`)).rejects.toThrow(/never changed/);
    await expect(asOwner(`TRUNCATE "AuditEvent"`)).rejects.toThrow(/never changed/);
  });

  test("ends with the agreement, at midnight in London", async () => {
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = (SELECT london_today() - 1) WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'fen-homes')`);
    expect(await readAs("Priya Shah", `SELECT count(*)::int AS n FROM "Case"`)).toEqual([{ n: 0 }]);
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = (SELECT london_today()) WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'fen-homes')`);
    expect(await readAs("Priya Shah", `SELECT count(*)::int AS n FROM "Case"`)).toEqual([{ n: 1 }]);
    await asOwner(`UPDATE "AgreementSignature" SET "endsOn" = NULL`);
  });
});
