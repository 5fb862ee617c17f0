import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { verifySync } from "otplib";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { tokenHash } from "../db";
import { env } from "../env";
import { unseal } from "../field-crypto";

/** Why a sign-in failed, as far as anyone is told: never which part was wrong. */
export type SignInResult = { ok: true; token: string; userId: string; name: string } | { ok: false; reason: "wrong" | "wait" };

const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const absoluteHours = 12;

const held = globalThis as unknown as { heAuthPool?: Pool; heDummyHash?: Promise<string>; heLimiters?: Limiters };

export function authPool(): Pool {
  return (held.heAuthPool ??= new Pool({ connectionString: env().AUTH_DATABASE_URL, max: 4 }));
}

/** Argon2id, at the cost OWASP's sheet gives for it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}

type Limiters = ReturnType<typeof makeLimiters>;

// Each keeps a timer that sweeps its rows for as long as the process runs, so they are made once.
function limiters(): Limiters {
  return (held.heLimiters ??= makeLimiters());
}

// A delay, not a lock: nobody can shut the duty officer out for longer than this.
function makeLimiters() {
  const base = { storeClient: authPool(), tableName: "RateLimit", tableCreated: true, duration: 300 };
  return {
    account: new RateLimiterPostgres({ ...base, keyPrefix: "account", points: 10 }),
    address: new RateLimiterPostgres({ ...base, keyPrefix: "address", points: 200 }),
  };
}

/** Signs a user in: limits first, then password and code together; makes the session row whose id the cookie holds. */
export async function signIn(given: { email: string; password: string; code: string; device: string; address: string }): Promise<SignInResult> {
  const email = given.email.trim().toLowerCase().slice(0, 200);
  const { account, address } = limiters();
  try {
    await address.consume(given.address);
    await account.consume(email);
  } catch (error) {
    if (error instanceof RateLimiterRes) return { ok: false, reason: "wait" };
    throw error; // A limiter that cannot be trusted lets nobody in.
  }
  const user = await userToCheck(email);
  const passwordFits = await verify(user?.passwordHash ?? (await dummyHash()), given.password.slice(0, 500)).catch(() => false);
  if (!user || !passwordFits || !(await spendCode(user.id, user.totpSecret, user.totpLastStep, given.code))) {
    await tellAudit("refused", user?.memberId);
    return { ok: false, reason: "wrong" };
  }
  await Promise.all([account.delete(email), address.reward(given.address)]);
  const token = randomBytes(32).toString("base64url");
  await authPool().query(
    `INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", device) VALUES ($1, $2, $3, app_now() + make_interval(hours => $4), $5)`,
    [tokenHash(token), user.id, user.memberId, absoluteHours, given.device.slice(0, 120)],
  );
  await tellAudit("done", user.memberId);
  return { ok: true, token, userId: user.id, name: user.name };
}

async function tellAudit(outcome: "done" | "refused", memberId: string | undefined): Promise<void> {
  await authPool().query(`SELECT append_audit('session.signIn', $1, NULL, NULL, $2)`, [outcome, JSON.stringify({ memberId: memberId ?? null })]);
}

type Candidate = { id: string; name: string; memberId: string; passwordHash: string; totpSecret: string; totpLastStep: number };

async function userToCheck(email: string): Promise<Candidate | undefined> {
  const { rows } = await authPool().query<Candidate>(
    `SELECT u.id, u.name, m.id AS "memberId", c."passwordHash", c."totpSecret", c."totpLastStep"
     FROM "User" u JOIN "Credential" c ON c."userId" = u.id CROSS JOIN LATERAL (SELECT "memberId" AS id FROM held_posts(u.id) LIMIT 1) m
     WHERE u.email = $1`,
    [email],
  );
  return rows[0];
}

// The step is stored with the same statement that checks it, so a code works once, whoever is quicker.
async function spendCode(userId: string, sealedSecret: string, lastStep: number, code: string): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const result = verifySync({ secret: unseal(sealedSecret, `Credential.totpSecret:${userId}`), token: code, epochTolerance: 30, afterTimeStep: lastStep });
  if (!result.valid || !("timeStep" in result)) return false;
  const { rowCount } = await authPool().query(`UPDATE "Credential" SET "totpLastStep" = $2 WHERE "userId" = $1 AND "totpLastStep" < $2`, [userId, result.timeStep]);
  return rowCount === 1;
}

// An unknown address takes as long as a known one.
function dummyHash(): Promise<string> {
  return (held.heDummyHash ??= hashPassword(randomBytes(16).toString("hex")));
}

/** Ends the session that a cookie holds. */
export async function endSession(token: string): Promise<void> {
  await authPool().query(`UPDATE "Session" SET "revokedAt" = app_now() WHERE "tokenHash" = $1 AND "revokedAt" IS NULL`, [tokenHash(token)]);
}
