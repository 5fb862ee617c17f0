import { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { addEntry } from "../../../lib/cases/log/commands";
import { getCaseLog } from "../../../lib/cases/log/queries";
import { brokenLinks } from "../../support/audit-chain";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, testDatabase } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

let caseId: string;

beforeAll(async () => {
  await loadTestCounty();
  const jo = await memberNamed("Jo Ellwood");
  const dan = await memberNamed("Dan Okafor");
  ({ caseId } = await makeCase({ by: jo, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] }));
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(Array.from({ length: 10 }, (_none, count) => (count % 3 === 0
      ? addEntry.do({ member: jo }, { caseId, kind: "note", body: `Words for nobody else ${round}.${count}` })
      : getCaseLog.ask({ member: count % 3 === 1 ? jo : dan }, { caseId }))));
  }
});

/** Looks at the chains after the owner of the tables has had their way with them; nothing is kept. */
async function after(tampering: string, values: unknown[] = []): Promise<string[]> {
  const client = new Client({ connectionString: testDatabase().DATABASE_URL });
  await client.connect();
  try {
    await client.query(`BEGIN`);
    await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
    if (tampering) {
      const { rowCount } = await client.query(tampering, values);
      expect(rowCount, "the tampering found something to tamper with").toBeGreaterThan(0);
    }
    return await brokenLinks(client);
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

/** Some line in the middle of the longest chain. */
async function middle(): Promise<[stream: string, seq: number]> {
  const [row] = await asOwner<{ stream: string; seq: string }>(`SELECT stream, max(seq) / 2 AS seq FROM "AuditEvent" GROUP BY stream ORDER BY max(seq) DESC LIMIT 1`);
  return [row!.stream, Number(row!.seq)];
}

describe("the audit", () => {
  test("is whole, in every chain, after 60 requests, ten at a time", async () => {
    expect(await after("")).toEqual([]);
    const [row] = await asOwner<{ n: number; longest: number }>(`SELECT count(*)::int AS n, max(seq)::int AS longest FROM "AuditEvent"`);
    expect(row!.n).toBeGreaterThanOrEqual(60);
    expect(row!.longest).toBeGreaterThan(5);
  });

  test("holds ids and no words that anybody wrote", async () => {
    expect(await asOwner(`SELECT payload FROM "AuditEvent" WHERE payload ILIKE '%Words for nobody%' OR payload ILIKE '%Kettle%' OR payload ILIKE '%Drove%'`)).toEqual([]);
  });

  test.each<[string, string]>([
    ["a line was edited", `UPDATE "AuditEvent" SET payload = replace(payload, '"done"', '"read"') WHERE stream = $1 AND seq = (SELECT max(seq) FROM "AuditEvent" WHERE stream = $1 AND payload LIKE '%"done"%' AND seq >= $2)`],
    ["a line was edited and hashed again", `UPDATE "AuditEvent" SET payload = payload || ' ', hash = sha256("prevHash" || convert_to(payload || ' ', 'UTF8')) WHERE stream = $1 AND seq = $2`],
    ["a line was taken out", `DELETE FROM "AuditEvent" WHERE stream = $1 AND seq = $2`],
    ["the end was cut off", `DELETE FROM "AuditEvent" WHERE stream = $1 AND seq > $2`],
    ["the beginning was cut off", `DELETE FROM "AuditEvent" WHERE stream = $1 AND seq < $2`],
    ["two lines changed places", `UPDATE "AuditEvent" a SET payload = b.payload FROM "AuditEvent" b WHERE a.stream = $1 AND b.stream = $1 AND a.seq + b.seq = 2 * $2 + 1 AND a.seq IN ($2, $2 + 1)`],
    ["a line was put in", `INSERT INTO "AuditEvent" (stream, seq, at, verb, outcome, payload, "prevHash", hash) SELECT stream, seq + 1000, at, verb, outcome, payload, "prevHash", hash FROM "AuditEvent" WHERE stream = $1 AND seq = $2`],
    ["a line was moved to another chain", `UPDATE "AuditEvent" SET stream = 'none:0', seq = 1 WHERE stream = $1 AND seq = $2`],
  ])("shows where %s", async (_what, tampering) => {
    const [stream, seq] = await middle();
    const broken = await after(tampering, [stream, seq]);
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.some((place) => place.startsWith(stream)), broken.join("\n")).toBe(true);
  });

  test("is closed to the application's role, but for adding to it", async () => {
    const client = new Client({ connectionString: testDatabase().APP_DATABASE_URL });
    await client.connect();
    try {
      for (const sql of [`UPDATE "AuditEvent" SET payload = ''`, `DELETE FROM "AuditEvent"`, `TRUNCATE "AuditEvent"`, `UPDATE "AuditHead" SET seq = 0`, `INSERT INTO "AuditHead" (stream, seq, hash) VALUES ('x', 0, '')`]) {
        await expect(client.query(sql), sql).rejects.toThrow(/permission denied/);
      }
    } finally {
      await client.end();
    }
  });
});
