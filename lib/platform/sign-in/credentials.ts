import { randomBytes } from "node:crypto";
import { tokenHash } from "../db";
import { logger } from "../logger";
import { deviceWords } from "./device";
import { spendAttempt } from "./limits";
import { passwordFits } from "./password";
import { credentialIdOf, passkeyShown } from "./passkeys";
import { authPool } from "./pool";
import { looksLikeRecoveryCode, spendRecoveryCode } from "./recovery";
import { spendCode } from "./totp";

export { authPool } from "./pool";
export { hashPassword } from "./password";

/** Why a sign-in failed, as far as anyone is told: never which part was wrong. */
export type SignInResult = { ok: true; token: string; userId: string; name: string } | { ok: false; reason: "wrong" | "wait" | "unavailable" };

/** Where somebody signs in: the browser's own name of itself, its mark, and the address it comes from. */
export type From = { device: string; deviceMark?: Buffer; address: string };

const absoluteHours = 12;
const deviceDays = 90;

export type Candidate = { id: string; name: string; email: string; memberId: string; passwordHash: string; totpSecret: string; totpLastStep: number; knowsDevice: boolean };

/** Signs a user in by password and code together: limits first, then what was given; makes the session row whose id the cookie holds. */
export async function signIn({ email: typed, password, code, ...from }: { email: string; password: string; code: string } & From): Promise<SignInResult> {
  const email = typed.trim().toLowerCase().slice(0, 200);
  return counted("session.signIn", from, email, () => candidate(`u.email = $1`, email, from.deviceMark), async (user) => {
    const fits = await passwordFits(user?.passwordHash, password);
    if (!user || !fits) return null;
    const isShown = looksLikeRecoveryCode(code) ? await spendRecoveryCode(user.id, code) : await spendCode(user.id, user.totpSecret, user.totpLastStep, code.replace(/\s/g, ""));
    return isShown ? user : null;
  });
}

/** Signs a user in by a passkey, which is something they hold and something they know or are: both factors in one. */
export async function signInByPasskey({ response, ...from }: { response: unknown; deviceMark: Buffer } & From): Promise<SignInResult> {
  const credentialId = credentialIdOf(response);
  const byPasskey = () => candidate(`u.id = (SELECT p."userId" FROM "Passkey" p WHERE p."credentialId" = $1)`, credentialId, from.deviceMark);
  return counted("session.signIn", from, `passkey:${credentialId}`, byPasskey, async (user) => {
    const shownBy = await passkeyShown("sign-in", from.deviceMark, response);
    return user && shownBy === user.id ? user : null;
  });
}

async function counted(verb: string, from: From, account: string, find: () => Promise<Candidate | undefined>, check: (user: Candidate | undefined) => Promise<Candidate | null>): Promise<SignInResult> {
  try {
    const user = await find();
    const attempt = await spendAttempt({ account, address: from.address, device: user?.knowsDevice ? from.deviceMark : null });
    if (!attempt) return { ok: false, reason: "wait" };
    const signedIn = await check(user);
    if (!signedIn) {
      await tellAudit(verb, "refused", user?.memberId);
      return { ok: false, reason: "wrong" };
    }
    const token = await openSession(signedIn, from);
    await attempt.succeeded();
    await tellAudit(verb, "done", signedIn.memberId);
    return { ok: true, token, userId: signedIn.id, name: signedIn.name };
  } catch (error) {
    // Limits that cannot be asked, or an audit that cannot be written: nobody is let in.
    logger.error("sign-in fault", { operation: verb, error });
    return { ok: false, reason: "unavailable" };
  }
}

async function candidate(which: string, value: string, deviceMark: Buffer | undefined): Promise<Candidate | undefined> {
  const { rows } = await authPool().query<Candidate>(
    `SELECT u.id, u.name, u.email, m.id AS "memberId", c."passwordHash", c."totpSecret", c."totpLastStep",
       EXISTS (SELECT FROM "KnownDevice" k WHERE k."userId" = u.id AND k."tokenHash" = $2 AND k."lastUsedAt" > app_now() - make_interval(days => ${deviceDays})) AS "knowsDevice"
     FROM "User" u JOIN "Credential" c ON c."userId" = u.id CROSS JOIN LATERAL (SELECT "memberId" AS id FROM held_posts(u.id) LIMIT 1) m
     WHERE ${which}`,
    [value, deviceMark ?? null],
  );
  return rows[0];
}

/** The user of an open or locked session, with what proves who they are. */
export function candidateById(userId: string, deviceMark?: Buffer): Promise<Candidate | undefined> {
  return candidate(`u.id = $1::uuid`, userId, deviceMark);
}

async function openSession(user: Candidate, { device, deviceMark }: From): Promise<string> {
  const token = newToken();
  await authPool().query(
    `INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", "secondFactorAt", device) VALUES ($1, $2, $3, app_now() + make_interval(hours => $4), app_now(), $5)`,
    [tokenHash(token), user.id, user.memberId, absoluteHours, deviceWords(device)],
  );
  if (deviceMark) await authPool().query(`INSERT INTO "KnownDevice" ("userId", "tokenHash") VALUES ($1, $2) ON CONFLICT ("userId", "tokenHash") DO UPDATE SET "lastUsedAt" = app_now()`, [user.id, deviceMark]);
  return token;
}

/** What a cookie holds: an opaque id that says nothing. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

async function tellAudit(verb: string, outcome: "done" | "refused", memberId: string | undefined): Promise<void> {
  await authPool().query(`SELECT append_audit($1, $2, NULL, NULL, $3)`, [verb, outcome, JSON.stringify({ memberId: memberId ?? null })]);
}

/** Ends the session that a cookie holds. */
export async function endSession(token: string): Promise<void> {
  await authPool().query(`UPDATE "Session" SET "revokedAt" = app_now() WHERE "tokenHash" = $1 AND "revokedAt" IS NULL`, [tokenHash(token)]);
}
