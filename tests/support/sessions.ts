import { randomBytes } from "node:crypto";
import { tokenHash } from "../../lib/platform/db";
import { asOwner } from "./database";

/** Signs a member in with both factors, just now, as far as the database is concerned: what the cookie would hold. */
export async function sessionOf(name: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const made = await asOwner(
    `INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt", "lastSeenAt", "secondFactorAt") SELECT $1, "userId", id, app_now() + interval '12 hours', app_now(), app_now() FROM "Member" WHERE name = $2 RETURNING id`,
    [tokenHash(token), name],
  );
  if (made.length !== 1) throw new Error(`The county has no ${name}`);
  return token;
}
