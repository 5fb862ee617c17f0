import { createHmac, randomInt } from "node:crypto";
import type { PoolClient } from "pg";
import { env } from "../env";
import { authPool } from "./pool";

// No letter that is read for another: 0 and O, 1, I and L, U and V.
const letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const length = 10;
const codes = 10;

/** Ten new codes, about 48 bits each, made by the machine. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codes }, () => {
    const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** Whether something typed can be a recovery code at all. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return new RegExp(`^[${letters}]{${length}}$`).test(plain(typed));
}

const plain = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, "");

// A keyed hash, not argon2: the codes hold too much chance to be guessed from a list, and are found by one look instead of ten slow hashes that a guesser could make us work out. Without the key, which the database does not hold, a stolen table tells nothing.
function codeHash(userId: string, code: string): Buffer {
  return createHmac("sha256", env().FIELD_KEY).update(`RecoveryCode:${userId}\0`).update(plain(code)).digest();
}

/** Puts a user's new codes in the place of the old. */
export async function setRecoveryCodes(client: PoolClient, userId: string, fresh: string[]): Promise<void> {
  await client.query(`DELETE FROM "RecoveryCode" WHERE "userId" = $1`, [userId]);
  await client.query(`INSERT INTO "RecoveryCode" ("userId", "codeHash") SELECT $1, unnest($2::bytea[])`, [userId, fresh.map((code) => codeHash(userId, code))]);
}

/** Uses a code up by the statement that checks it, so that it works once, whoever is quicker; tells its owner. */
export async function spendRecoveryCode(userId: string, typed: string): Promise<boolean> {
  if (!looksLikeRecoveryCode(typed)) return false;
  const { rowCount } = await authPool().query(`UPDATE "RecoveryCode" SET "usedAt" = app_now() WHERE "userId" = $1 AND "codeHash" = $2 AND "usedAt" IS NULL`, [userId, codeHash(userId, typed)]);
  if (rowCount !== 1) return false;
  await authPool().query(`SELECT tell_of_sign_in($1, 'recovery-code-used')`, [userId]);
  return true;
}
