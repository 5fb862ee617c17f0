import { generateSync } from "otplib";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tokenHash } from "../../../lib/platform/db";
import { unseal } from "../../../lib/platform/field-crypto";
import { signIn } from "../../../lib/platform/sign-in/credentials";
import { attemptLimits, spendAttempt } from "../../../lib/platform/sign-in/limits";
import { inAuth } from "../../../lib/platform/sign-in/pool";
import { newRecoveryCodes, setRecoveryCodes } from "../../../lib/platform/sign-in/recovery";
import { demoPassword } from "../../../prisma/seed/personas";
import { loadTestCounty } from "../../support/county";
import { asOwner } from "../../support/database";

const duty = "jo.ellwood@fenland-dc.example";
const desk = tokenHash("the browser on the duty desk");

async function code(): Promise<string> {
  await asOwner(`UPDATE "Credential" SET "totpLastStep" = 0`);
  const [row] = await asOwner<{ userId: string; totpSecret: string }>(`SELECT c."userId", c."totpSecret" FROM "Credential" c JOIN "User" u ON u.id = c."userId" WHERE u.email = $1`, [duty]);
  return generateSync({ secret: unseal(row!.totpSecret, `Credential.totpSecret:${row!.userId}`) });
}

type Given = Partial<Parameters<typeof signIn>[0]>;
const right = async (given: Given = {}) => signIn({ email: duty, password: demoPassword, code: await code(), device: "", address: "10.0.0.1", ...given });
const guess = (given: Given = {}) => signIn({ email: duty, password: "a guess", code: "000000", device: "", address: "203.0.113.1", ...given });
const reasons = async (many: Promise<{ ok: boolean; reason?: string }>[]) => (await Promise.all(many)).map((one) => one.reason ?? "in");
const count = (list: string[], what: string) => list.filter((one) => one === what).length;

/** Guesses from so many addresses that the account itself waits. */
async function holdTheAccount(): Promise<void> {
  const guesses = Array.from({ length: attemptLimits.account + 5 }, (_none, n) => guess({ address: `198.51.100.${n % 5}` }));
  expect(count(await reasons(guesses), "wrong")).toBe(attemptLimits.account);
}

beforeAll(loadTestCounty);
beforeEach(async () => {
  await asOwner(`DELETE FROM "RateLimit"`);
  await asOwner(`DELETE FROM "KnownDevice"`);
});

describe("guesses at an account", () => {
  test("from one address wait after ten; another address may go on", async () => {
    const from = await reasons(Array.from({ length: 25 }, () => guess()));
    expect([count(from, "wrong"), count(from, "wait")]).toEqual([attemptLimits.pair, 25 - attemptLimits.pair]);
    expect(await right({ address: "203.0.113.1" })).toEqual({ ok: false, reason: "wait" });
    expect((await right()).ok).toBe(true);
  });

  test("from many addresses wait after thirty in all, from wherever they come", async () => {
    await holdTheAccount();
    expect(await right({ address: "192.0.2.77" })).toEqual({ ok: false, reason: "wait" });
  });

  test("do not hold up its owner at a browser where they have signed in before", async () => {
    expect((await right({ deviceMark: desk })).ok).toBe(true);
    await holdTheAccount();
    expect(await right()).toEqual({ ok: false, reason: "wait" });
    expect((await right({ deviceMark: desk })).ok).toBe(true);
  });

  test("at that browser wait after ten as well, and hold up nobody else there", async () => {
    expect((await right({ deviceMark: desk })).ok).toBe(true);
    const there = await reasons(Array.from({ length: 25 }, () => guess({ deviceMark: desk })));
    expect(count(there, "wrong")).toBe(attemptLimits.device);
    expect(await right({ deviceMark: desk })).toEqual({ ok: false, reason: "wait" });
    expect((await guess({ deviceMark: desk, email: "priya.shah@fen-homes.example" })).ok).toBe(false);
  });

  test("by a browser that says it is known, and is not, count like anybody's", async () => {
    const there = await reasons(Array.from({ length: 25 }, (_none, n) => guess({ deviceMark: tokenHash(`made up ${n}`) })));
    expect(count(there, "wrong")).toBe(attemptLimits.pair);
  });

  test("of a browser not used for a quarter of a year are not let by", async () => {
    expect((await right({ deviceMark: desk })).ok).toBe(true);
    await asOwner(`UPDATE "KnownDevice" SET "lastUsedAt" = app_now() - interval '91 days'`);
    await holdTheAccount();
    expect(await right({ deviceMark: desk })).toEqual({ ok: false, reason: "wait" });
  });

  test("keep nothing of what was typed", async () => {
    await guess({ email: "my-password-by-mistake" });
    expect(await asOwner(`SELECT key FROM "RateLimit" WHERE key LIKE '%password%' OR key LIKE '%@%'`)).toEqual([]);
    expect((await asOwner(`SELECT key FROM "RateLimit"`)).length).toBeGreaterThan(2);
  });
});

describe("guesses at many accounts", () => {
  test("from one address wait after two hundred, and a success gives one back", async () => {
    await asOwner(`INSERT INTO "RateLimit" (key, points, expire) VALUES ('address:203.0.113.1', 198, $1)`, [Date.now() + 300_000]);
    const many = await reasons(Array.from({ length: 6 }, (_none, n) => guess({ email: `somebody${n}@nowhere.example` })));
    expect(count(many, "wrong")).toBe(2);
    expect((await asOwner<{ points: number }>(`SELECT points FROM "RateLimit" WHERE key = 'address:203.0.113.1'`))[0]!.points).toBeGreaterThanOrEqual(200);
    const attempt = await spendAttempt({ account: "another", address: "203.0.113.2" });
    await attempt!.succeeded();
    expect((await asOwner<{ points: number }>(`SELECT points FROM "RateLimit" WHERE key = 'address:203.0.113.2'`))[0]!.points).toBe(0);
  });
});

describe("limits that cannot be asked", () => {
  test("let nobody in, and say so", async () => {
    const before = await asOwner(`SELECT id FROM "Session"`);
    await asOwner(`ALTER TABLE "RateLimit" RENAME TO "Elsewhere"`);
    try {
      expect(await right()).toEqual({ ok: false, reason: "unavailable" });
    } finally {
      await asOwner(`ALTER TABLE "Elsewhere" RENAME TO "RateLimit"`);
    }
    expect(await asOwner(`SELECT id FROM "Session"`)).toEqual(before);
    expect((await right()).ok).toBe(true);
  });
});

describe("recovery codes", () => {
  const made = async () => {
    const [user] = await asOwner<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [duty]);
    const codes = newRecoveryCodes();
    await inAuth((client) => setRecoveryCodes(client, user!.id, codes));
    return codes;
  };
  const by = (typed: string, given: Given = {}) => signIn({ email: duty, password: demoPassword, code: typed, device: "", address: "10.0.0.1", ...given });

  test("are ten, each its own, and none stands in the database", async () => {
    const codes = await made();
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    const kept = JSON.stringify(await asOwner(`SELECT r::text FROM "RecoveryCode" r`));
    expect(codes.filter((one) => kept.includes(one) || kept.includes(one.replace("-", "")))).toEqual([]);
  });

  test("work once each, typed as people type, and their owner is told", async () => {
    const [first, second] = await made();
    expect((await by(first!.toLowerCase().replace("-", " "))).ok).toBe(true);
    expect(await by(first!)).toEqual({ ok: false, reason: "wrong" });
    expect((await by(second!)).ok).toBe(true);
    const told = await asOwner(`SELECT n.kind, n."isUrgent", n."caseId" FROM "Notification" n JOIN "Member" m ON m.id = n."memberId" WHERE m.name = 'Jo Ellwood' AND n.kind = 'recovery-code-used'`);
    expect(told).toEqual([{ kind: "recovery-code-used", isUrgent: true, caseId: null }, { kind: "recovery-code-used", isUrgent: true, caseId: null }]);
  });

  test("are not used up by a wrong password, nor by somebody else", async () => {
    const [first] = await made();
    expect(await by(first!, { password: "not this" })).toEqual({ ok: false, reason: "wrong" });
    expect(await by(first!, { email: "priya.shah@fen-homes.example" })).toEqual({ ok: false, reason: "wrong" });
    expect((await by(first!)).ok).toBe(true);
  });

  test("end when new ones are made", async () => {
    const [old] = await made();
    const [fresh] = await made();
    expect(await by(old!)).toEqual({ ok: false, reason: "wrong" });
    expect((await by(fresh!)).ok).toBe(true);
  });

  test("are limited like every other guess", async () => {
    const guesses = await reasons(Array.from({ length: 20 }, (_none, n) => by(`AAAAA-AAA${n % 8 + 2}B`)));
    expect(count(guesses, "wrong")).toBe(attemptLimits.pair);
  });
});
