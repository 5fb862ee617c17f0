import { randomBytes } from "node:crypto";
import { verify } from "@node-rs/argon2";
import encodeQR from "qr";
import { generateSecret, generateURI, verifySync } from "otplib";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { tokenHash } from "../../db";
import { InvalidInput, Refused } from "../../errors";
import { seal, unseal } from "../../field-crypto";
import { authPool, hashPassword } from "../credentials";
import { deviceWords } from "../device";
import { passwordProblem } from "./password";

type Mode = "set-up" | "password" | "known";
type Link = { state: string; kind: string; id: string; userId: string; memberId: string; email: string; name: string; agency: string; hasLogin: boolean; totpSecret: string | null };
type Authenticator = { key: string; picture: { size: number; path: string } };

/** What the holder of a link that works is shown. */
export type OpenedLink = { mode: Mode; name: string; email: string; agency: string; isReset: boolean; authenticator: Authenticator | null };
export type Joined = { token: string };

/** Why a link does nothing, said of the link alone: never whose it was. */
const linkRefusals: Record<string, string> = {
  unknown: "This link does not work. Check that you opened all of it, or ask your agency's administrator for a new one.",
  used: "This link was used already, and works once. If that was you, sign in. If it was not, tell your agency's administrator at once.",
  withdrawn: "This link was taken back. Ask your agency's administrator for a new one.",
  expired: "This link has run out. Ask your agency's administrator for a new one.",
  early: "This link works from your first day. Open it again then.",
  wait: "There were too many attempts. Wait five minutes, then try again.",
  wrong: "The password and the code do not go together with this login. Check them; a code works once and for half a minute.",
};

const refused = (state: string) => new Refused(state, linkRefusals[state]);

const held = globalThis as unknown as { heLinkLimiters?: ReturnType<typeof makeLimiters> };

function makeLimiters() {
  const base = { storeClient: authPool(), tableName: "RateLimit", tableCreated: true, duration: 300 };
  return { address: new RateLimiterPostgres({ ...base, keyPrefix: "link-address", points: 60 }), link: new RateLimiterPostgres({ ...base, keyPrefix: "link", points: 10 }) };
}

async function spend(which: "address" | "link", key: string): Promise<void> {
  try {
    await (held.heLinkLimiters ??= makeLimiters())[which].consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw refused("wait");
    throw error; // A limiter that cannot be trusted opens nothing.
  }
}

async function linkBy(secret: string): Promise<Link> {
  const { rows } = await authPool().query<Link>(`SELECT * FROM read_invitation($1)`, [tokenHash(secret)]);
  const link = rows[0];
  if (!link || link.state !== "open") throw refused(link?.state ?? "unknown");
  return link;
}

function modeOf({ kind, hasLogin }: Link): Mode {
  if (kind === "password") return "password";
  return kind === "join" && hasLogin ? "known" : "set-up";
}

const placeOf = (link: Link) => `Invitation.totpSecret:${link.id}`;

/** The seed that a link sets up: the same however often it is opened, so that a code scanned once stays right. */
async function seedOf(secret: string, link: Link): Promise<string> {
  if (link.totpSecret) return unseal(link.totpSecret, placeOf(link));
  const { rows } = await authPool().query<{ sealed: string | null }>(`SELECT keep_invitation_seed($1, $2) AS sealed`, [tokenHash(secret), seal(generateSecret(), placeOf(link))]);
  if (!rows[0]?.sealed) throw refused("used");
  return unseal(rows[0].sealed, placeOf(link));
}

/** A QR code as one path of squares, for drawing without a picture file. */
export function pictureOf(words: string): Authenticator["picture"] {
  const cells = encodeQR(words, "raw", { ecc: "medium", border: 4 });
  const path = cells.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
  return { size: cells.length, path };
}

/** Opens a link for whoever holds its secret: what is to be set up, and as whom. Refused, in words about the link alone, where it does not work. */
export async function openLink(given: { secret: string; address: string }): Promise<OpenedLink> {
  await spend("address", given.address);
  const link = await linkBy(given.secret);
  const mode = modeOf(link);
  const { name, email, agency } = link;
  const shown = { mode, name, email, agency, isReset: link.kind !== "join" };
  if (mode !== "set-up") return { ...shown, authenticator: null };
  const seed = await seedOf(given.secret, link);
  return { ...shown, authenticator: { key: seed.replace(/(.{4})(?=.)/g, "$1 "), picture: pictureOf(generateURI({ issuer: "Hereward", label: email, secret: seed })) } };
}

type Finishing = { secret: string; password: string; code: string; device: string; address: string };

/** Uses a link, once: sets what it is for, proves a code, and signs in. Refused where the link does not work or a code is wrong; then it still works. */
export async function finishLink(given: Finishing): Promise<Joined> {
  await spend("address", given.address);
  const link = await linkBy(given.secret);
  await spend("link", link.id);
  const mode = modeOf(link);
  if (mode === "known") return takePost(given, link);
  const problem = passwordProblem(given.password, link);
  if (problem) throw new InvalidInput([{ path: "password", message: problem }]);
  const passwordHash = await hashPassword(given.password);
  if (mode === "password") return setPassword(given, link, passwordHash);
  const seed = await seedOf(given.secret, link);
  const step = stepOf(seed, given.code);
  return spendLink(given, link, [passwordHash, seal(seed, `Credential.totpSecret:${link.userId}`), step]);
}

function stepOf(seed: string, code: string, after = 0): number {
  const result = /^\d{6}$/.test(code) ? verifySync({ secret: seed, token: code, epochTolerance: 30, afterTimeStep: after }) : { valid: false };
  if (!result.valid || !("timeStep" in result)) throw new InvalidInput([{ path: "code", message: "This is not the code of the moment. Enter the 6 digits that your app shows now" }]);
  return Number(result.timeStep);
}

type Login = { passwordHash: string; totpSecret: string; totpLastStep: number };

async function loginOf(link: Link): Promise<Login> {
  const { rows } = await authPool().query<Login>(`SELECT "passwordHash", "totpSecret", "totpLastStep" FROM "Credential" WHERE "userId" = $1`, [link.userId]);
  if (!rows[0]) throw refused("withdrawn");
  return rows[0];
}

/** Spends a code of the device that is theirs already; the step is stored by the statement that checks it, so a code works once. */
async function spendCode(link: Link, { totpSecret, totpLastStep }: Login, code: string): Promise<void> {
  const step = stepOf(unseal(totpSecret, `Credential.totpSecret:${link.userId}`), code, totpLastStep);
  const { rowCount } = await authPool().query(`UPDATE "Credential" SET "totpLastStep" = $2 WHERE "userId" = $1 AND "totpLastStep" < $2`, [link.userId, step]);
  if (rowCount !== 1) throw refused("wrong");
}

// Whoever has a login already proves it: a link alone gives nobody's login away.
async function takePost(given: Finishing, link: Link): Promise<Joined> {
  const login = await loginOf(link);
  const fits = await verify(login.passwordHash, given.password.slice(0, 500)).catch(() => false);
  if (!fits) throw refused("wrong");
  await spendCode(link, login, given.code);
  return spendLink(given, link, [null, null, 0]);
}

// The device is theirs still, so its code is asked for: an administrator alone cannot sign in as them.
async function setPassword(given: Finishing, link: Link, passwordHash: string): Promise<Joined> {
  await spendCode(link, await loginOf(link), given.code);
  return spendLink(given, link, [passwordHash, null, 0]);
}

async function spendLink(given: Finishing, link: Link, [password, seed, step]: [string | null, string | null, number]): Promise<Joined> {
  const { rows } = await authPool().query<{ userId: string; memberId: string }>(`SELECT * FROM use_invitation($1, $2, $3, $4)`, [tokenHash(given.secret), password, seed, step]);
  const used = rows[0];
  if (!used) throw refused("used");
  const token = randomBytes(32).toString("base64url");
  await authPool().query(
    `INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", "secondFactorAt", device) VALUES ($1, $2, $3, app_now() + interval '12 hours', app_now(), $4)`,
    [tokenHash(token), used.userId, used.memberId, deviceWords(given.device)],
  );
  return { token };
}
