import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { PoolClient } from "pg";

const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const held = globalThis as unknown as { heDummyHash?: Promise<string> };

/** Argon2id, at the cost OWASP's sheet gives for it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}

/** Whether a password fits. Where there is none to compare with, it takes as long. */
export async function passwordFits(passwordHash: string | undefined, given: string): Promise<boolean> {
  const fits = await verify(passwordHash || (await dummyHash()), given.slice(0, 500)).catch(() => false);
  return fits && Boolean(passwordHash);
}

function dummyHash(): Promise<string> {
  return (held.heDummyHash ??= hashPassword(randomBytes(16).toString("hex")));
}

/** Makes a hash the user's password. */
export async function setPassword(client: PoolClient, userId: string, passwordHash: string): Promise<void> {
  await client.query(`UPDATE "Credential" SET "passwordHash" = $2 WHERE "userId" = $1`, [userId, passwordHash]);
}
