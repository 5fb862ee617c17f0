import { generateSecret, generateURI, verifySync } from "otplib";
import type { PoolClient } from "pg";
import { seal, unseal } from "../field-crypto";
import { authPool } from "./pool";

const place = (userId: string) => `Credential.totpSecret:${userId}`;

/** A new secret for an authenticator app: as it is shown, as it is scanned, and as it is kept. */
export function newTotp(userId: string, email: string): { secret: string; uri: string; sealed: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: "Hereward", label: email, secret }), sealed: seal(secret, place(userId)) };
}

/** The step of the clock at which a code fits a secret and is newer than the last that was used; null when it does not. */
export function stepOfCode(userId: string, sealed: string, lastStep: number, code: string): number | null {
  if (!/^\d{6}$/.test(code) || !sealed) return null;
  const result = verifySync({ secret: unseal(sealed, place(userId)), token: code, epochTolerance: 30, afterTimeStep: lastStep });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** Uses up a user's code of the moment. The step is stored by the statement that checks it, so that a code works once, whoever is quicker. */
export async function spendCode(userId: string, sealed: string, lastStep: number, code: string): Promise<boolean> {
  const step = stepOfCode(userId, sealed, lastStep, code);
  if (step === null) return false;
  const { rowCount } = await authPool().query(`UPDATE "Credential" SET "totpLastStep" = $2 WHERE "userId" = $1 AND "totpLastStep" < $2`, [userId, step]);
  return rowCount === 1;
}

/** Makes a sealed secret the user's own; codes of the old one work no more. */
export async function setTotp(client: PoolClient, userId: string, sealed: string, step: number): Promise<void> {
  await client.query(`UPDATE "Credential" SET "totpSecret" = $2, "totpLastStep" = $3 WHERE "userId" = $1`, [userId, sealed, step]);
}
