import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headsKey, openHeads, sealHeads, type Heads } from "../../../scripts/machine/audit/heads";
import { verifyAudit } from "../../../scripts/machine/audit/verify";
import { testDatabase } from "../../support/database";
import { every, fillAudit, seeded, tamperings, tryOnce } from "../../tampering/tamperings";

let client: Client;
let heads: Heads;
const key = headsKey({ AUDIT_HEADS_KEY: Buffer.alloc(32, "a key of the tests").toString("base64") });

beforeAll(async () => {
  client = new Client({ connectionString: testDatabase().DATABASE_URL });
  await client.connect();
  await fillAudit(client);
  const whole = await verifyAudit(client, { every });
  expect(whole.broken).toEqual([]);
  expect(whole.lines).toBeGreaterThanOrEqual(640);
  heads = { exportedAt: "2026-11-18T09:00:00.000Z", marks: whole.marks };
});
afterAll(() => client.end());

// A seeded tenth of npm run test:tampering.
test("of 100 tamperings of every kind, each is found in its place", async () => {
  const random = seeded(7);
  const missed: unknown[] = [];
  for (let count = 0; count < 100; count += 1) {
    const tried = await tryOnce(client, heads, count, random);
    if (!tried.isPlaced) missed.push(tried);
  }
  expect(missed).toEqual([]);
  expect((await verifyAudit(client, { heads, every })).broken).toEqual([]);
}, 60_000);

test("without the exported heads, a past that was written anew with every hash made right is not found: that is what they are for", async () => {
  const anew = tamperings.findIndex(({ what }) => what.startsWith("a line's text, with every hash after it"));
  expect((await tryOnce(client, { ...heads, marks: heads.marks.map((mark) => ({ ...mark, hash: mark.hash })) }, anew, seeded(3))).isFound).toBe(true);
  await client.query("BEGIN");
  await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
  await tamperings[anew]!.act(client, heads.marks[0]!.stream, 80, seeded(3));
  const alone = await verifyAudit(client, { every });
  await client.query("ROLLBACK");
  expect(alone.broken).toEqual([]);
});

test("a heads file that was changed, or sealed with another key, is refused", () => {
  const sealed = sealHeads(heads, key);
  expect(openHeads(sealed, key)).toEqual(heads);
  expect(() => openHeads(sealed.replace(heads.marks[0]!.hash, "0".repeat(64)), key)).toThrow(/changed/);
  expect(() => openHeads(sealed, Buffer.alloc(32, "another"))).toThrow(/another key/);
  expect(() => openHeads("{}", key)).toThrow(/not one/);
  expect(() => headsKey({})).toThrow(/AUDIT_HEADS_KEY/);
});
