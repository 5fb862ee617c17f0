import { generateSync } from "otplib";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { demoPassword } from "../../../prisma/seed/personas";
import { tokenHash } from "../../../lib/platform/db";
import { unseal } from "../../../lib/platform/field-crypto";
import { signIn } from "../../../lib/platform/sign-in/credentials";
import { loadTestCounty } from "../../support/county";
import { asOwner } from "../../support/database";

const email = "jo.ellwood@fenland-dc.example";
const period = 30;
const stepNow = () => Math.floor(Date.now() / 1_000 / period);

/** The code that Jo's app would show at a step of the clock. */
async function codeAt(step: number, of = email): Promise<string> {
  const [row] = await asOwner<{ userId: string; totpSecret: string }>(`SELECT c."userId", c."totpSecret" FROM "Credential" c JOIN "User" u ON u.id = c."userId" WHERE u.email = $1`, [of]);
  return generateSync({ secret: unseal(row!.totpSecret, `Credential.totpSecret:${row!.userId}`), epoch: step * period });
}

async function wrongCode(): Promise<string> {
  const near = await Promise.all([-2, -1, 0, 1, 2].map((away) => codeAt(stepNow() + away)));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !near.includes(code))!;
}

const as = (given: Partial<Parameters<typeof signIn>[0]>) => signIn({ email, password: demoPassword, code: "", device: "A browser", address: "10.0.0.1", ...given });
const sessions = async () => (await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "Session"`))[0]!.n;

/** What the audit tells of sign-ins, in order. */
const signIns = async () => (await asOwner<{ outcome: string }>(`SELECT outcome FROM "AuditEvent" WHERE verb = 'session.signIn' ORDER BY at`)).map(({ outcome }) => outcome);

beforeAll(loadTestCounty);
beforeEach(async () => {
  await asOwner(`DELETE FROM "RateLimit"`);
  await asOwner(`UPDATE "Credential" SET "totpLastStep" = 0`);
});

describe("signing in", () => {
  test("takes the password and the code of the moment, and leaves a session that only the cookie can open", async () => {
    const result = await as({ code: await codeAt(stepNow()) });
    if (!result.ok) throw new Error(result.reason);
    expect(result.token).toMatch(/^[\w-]{43}$/);
    const [row] = await asOwner<{ hours: number; device: string; name: string }>(
      `SELECT round(extract(epoch FROM s."expiresAt" - app_now()) / 3600)::int AS hours, s.device, m.name FROM "Session" s JOIN "Member" m ON m.id = s."memberId" WHERE s."tokenHash" = $1`, [tokenHash(result.token)]);
    expect(row).toEqual({ hours: 12, device: "A browser", name: "Jo Ellwood" });
    expect(await asOwner(`SELECT 1 FROM "Session" s WHERE s::text LIKE '%' || $1 || '%'`, [result.token])).toEqual([]);
    expect(await signIns()).toEqual(["done"]);
  });

  test("takes a code once, whoever is quicker", async () => {
    const code = await codeAt(stepNow());
    const results = await Promise.all(Array.from({ length: 10 }, () => as({ code })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await as({ code })).toEqual({ ok: false, reason: "wrong" });
  });

  test("takes no older code after a newer one, and none from far away", async () => {
    const step = stepNow();
    expect(await as({ code: await codeAt(step + 5) })).toEqual({ ok: false, reason: "wrong" });
    expect(await as({ code: await codeAt(step - 5) })).toEqual({ ok: false, reason: "wrong" });
    expect((await as({ code: await codeAt(step) })).ok).toBe(true);
    expect(await as({ code: await codeAt(step - 1) })).toEqual({ ok: false, reason: "wrong" });
  });

  test("never says which part was wrong, and leaves no session", async () => {
    const before = await sessions();
    const told = await signIns();
    const code = await codeAt(stepNow());
    const other = await codeAt(stepNow(), "priya.shah@fen-homes.example");
    await asOwner(`UPDATE "User" SET "disabledAt" = app_now() WHERE email = 'dan.okafor@police-fenland.example'`);
    const wrong = [
      { password: "not this", code }, { code: await wrongCode() }, { code: other }, { code: "" }, { code: "12345" }, { code: `${code}0` }, { password: "", code },
      { email: "nobody@nowhere.example", code }, { email: "dan.okafor@police-fenland.example", code: await codeAt(stepNow(), "dan.okafor@police-fenland.example") },
    ];
    for (const given of wrong) {
      expect(await as(given), JSON.stringify(given)).toEqual({ ok: false, reason: "wrong" });
      await asOwner(`DELETE FROM "RateLimit"`);
    }
    expect(await sessions()).toBe(before);
    expect((await signIns()).slice(told.length)).toEqual(wrong.map(() => "refused"));
    await asOwner(`UPDATE "User" SET "disabledAt" = NULL`);
    // A wrong password spends no code.
    expect((await as({ code })).ok).toBe(true);
  });

  test("takes the address as people type it", async () => {
    expect((await as({ email: "  Jo.Ellwood@FENLAND-dc.example ", code: await codeAt(stepNow()) })).ok).toBe(true);
  });
});

describe("guessing", () => {
  test("is made to wait after ten, even with the right answer, and holds up nobody else", async () => {
    for (let guess = 0; guess < 10; guess += 1) expect(await as({ password: `guess ${guess}`, code: "000000" })).toEqual({ ok: false, reason: "wrong" });
    expect(await as({ code: await codeAt(stepNow()) })).toEqual({ ok: false, reason: "wait" });
    expect((await as({ email: "priya.shah@fen-homes.example", code: await codeAt(stepNow(), "priya.shah@fen-homes.example") })).ok).toBe(true);
  });

  test("40 at once is weighed ten times exactly, in any spelling of the address", async () => {
    const results = await Promise.all(Array.from({ length: 40 }, (_none, guess) => as({ email: guess % 2 ? email : email.toUpperCase(), password: `guess ${guess}`, code: "000000" })));
    expect(results.filter((result) => !result.ok && result.reason === "wrong")).toHaveLength(10);
    expect(results.filter((result) => !result.ok && result.reason === "wait")).toHaveLength(30);
  });

  test("from one address at many accounts is made to wait after two hundred", async () => {
    await asOwner(`INSERT INTO "RateLimit" (key, points, expire) VALUES ('address:10.0.0.9', 200, $1)`, [Date.now() + 300_000]);
    expect(await as({ address: "10.0.0.9", code: await codeAt(stepNow()) })).toEqual({ ok: false, reason: "wait" });
    expect((await as({ address: "10.0.0.8", code: await codeAt(stepNow()) })).ok).toBe(true);
  });

  test("is forgotten once somebody signs in", async () => {
    for (let guess = 0; guess < 9; guess += 1) await as({ password: `guess ${guess}`, code: "000000" });
    expect((await as({ code: await codeAt(stepNow()) })).ok).toBe(true);
    expect(await as({ password: "another", code: "000000" })).toEqual({ ok: false, reason: "wrong" });
  });
});
