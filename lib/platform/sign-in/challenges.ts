import { randomBytes } from "node:crypto";
import { authPool } from "./pool";

export type ChallengePurpose = "enrol" | "sign-in" | "step-up" | "unlock";

const minutes = 5;

/** A challenge for one purpose and one holder (a session, or before sign-in a browser), good for five minutes. */
export async function newChallenge(purpose: ChallengePurpose, holder: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  await authPool().query(
    `WITH old AS (DELETE FROM "Challenge" WHERE "expiresAt" < app_now())
     INSERT INTO "Challenge" (challenge, purpose, holder, "expiresAt") VALUES ($1, $2, $3, app_now() + make_interval(mins => $4))`,
    [Buffer.from(bytes).toString("base64url"), purpose, holder, minutes],
  );
  return bytes;
}

/** Takes a challenge away, so that it works once, whoever is quicker; false for one that is not there for this purpose and holder. */
export async function spendChallengeOf(purpose: ChallengePurpose, holder: Buffer, challenge: string): Promise<boolean> {
  const { rowCount } = await authPool().query(`DELETE FROM "Challenge" WHERE challenge = $1 AND purpose = $2 AND holder = $3 AND "expiresAt" > app_now()`, [challenge.slice(0, 100), purpose, holder]);
  return rowCount === 1;
}
