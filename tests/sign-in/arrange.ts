import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { generateSecret, generateSync } from "otplib";
import type { Client } from "pg";
import { seal } from "../../lib/platform/field-crypto";
import { attemptLimits, limitKeys } from "../../lib/platform/sign-in/limits";
import { hashPassword } from "../../lib/platform/sign-in/password";

export type Someone = { userId: string; email: string; secret: string };
export const password = "eels in the lode at dusk";

/** Makes so many members of an agency of the demo county, who can sign in. */
export async function makeMembers(owner: Client, count: number): Promise<Someone[]> {
  const passwordHash = await hashPassword(password);
  const made: Someone[] = [];
  for (let n = 0; n < count; n += 1) {
    const email = `figure.${randomBytes(4).toString("hex")}@fenland-dc.example`;
    const { rows } = await owner.query<{ id: string }>(`INSERT INTO "User" (email, name) VALUES ($1, 'A Figure') RETURNING id`, [email]);
    const userId = rows[0]!.id;
    const secret = generateSecret();
    await owner.query(`INSERT INTO "Member" ("userId", "agencyId", name, title, roles, "startsAt") SELECT $1, id, 'A Figure', 'Officer', '{practitioner}', app_now() - interval '1 day' FROM "Agency" WHERE code = 'fenland-dc'`, [userId]);
    await owner.query(`INSERT INTO "Credential" ("userId", "passwordHash", "totpSecret") VALUES ($1, $2, $3)`, [userId, passwordHash, seal(secret, `Credential.totpSecret:${userId}`)]);
    made.push({ userId, email, secret });
  }
  return made;
}

/** The code that somebody's app shows now. */
export function codeNow({ secret }: Someone): string {
  return generateSync({ secret });
}

/** Gives an account so much room that the limits hold nothing back: what is left to stop a second use is what is under test. */
export async function giveRoom(owner: Client, account: string, address: string): Promise<void> {
  for (const [kind, key] of Object.entries(limitKeys({ account, address }))) {
    if (!(kind in attemptLimits)) throw new Error(`There is no limit ${kind}`);
    await owner.query(`INSERT INTO "RateLimit" (key, points, expire) VALUES ($1, -100000, $2) ON CONFLICT (key) DO UPDATE SET points = -100000, expire = excluded.expire`, [`${kind}:${key}`, Date.now() + 600_000]);
  }
}

export type Key = { credentialId: string; privateKey: KeyObject };

/** Gives somebody a passkey whose private half is here: one that does not count, so that only the challenge stops a second use. */
export async function givePasskey(owner: Client, { userId }: Someone): Promise<Key> {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" }) as { x: string; y: string };
  // COSE: an EC2 key for ES256 on P-256.
  const cose = Buffer.concat([Buffer.from("a5010203262001215820", "hex"), Buffer.from(x, "base64url"), Buffer.from("225820", "hex"), Buffer.from(y, "base64url")]);
  const credentialId = randomBytes(32).toString("base64url");
  await owner.query(`INSERT INTO "Passkey" ("userId", "credentialId", "publicKey", name) VALUES ($1, $2, $3, 'A key')`, [userId, credentialId, cose]);
  return { credentialId, privateKey };
}

type Signing = { challenge: string; origin: string; userVerified?: boolean };

/** What a browser would send for a challenge. */
export function answerOf({ credentialId, privateKey }: Key, { challenge, origin, userVerified = true }: Signing): object {
  const clientData = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin, crossOrigin: false }));
  const host = createHash("sha256").update(new URL(origin).hostname).digest();
  const authenticatorData = Buffer.concat([host, Buffer.from([userVerified ? 0x05 : 0x01]), Buffer.alloc(4)]);
  const signature = createSign("sha256").update(Buffer.concat([authenticatorData, createHash("sha256").update(clientData).digest()])).sign(privateKey);
  return {
    id: credentialId, rawId: credentialId, type: "public-key", clientExtensionResults: {},
    response: { clientDataJSON: clientData.toString("base64url"), authenticatorData: authenticatorData.toString("base64url"), signature: signature.toString("base64url") },
  };
}
