import { createHash, randomBytes } from "node:crypto";
import type { Client } from "pg";

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Signs a member in, as far as the database is concerned. */
export async function signIn(owner: Client, memberId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await owner.query(`INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", "lastSeenAt", "secondFactorAt") SELECT $1, "userId", id, app_now() + interval '12 hours', app_now(), app_now() FROM "Member" WHERE id = $2`, [hashOf(token), memberId]);
  return token;
}
