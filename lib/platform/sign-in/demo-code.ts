import { generateSync } from "otplib";
import { env } from "../env";
import { NotFound } from "../errors";
import { unseal } from "../field-crypto";
import { authPool } from "./credentials";

const period = 30;

/** A demo persona's next unused code, and how long until it is accepted. Does not exist outside demo mode. */
export async function demoCode(email: string): Promise<{ code: string; waitMs: number }> {
  if (!env().DEMO_MODE) throw new NotFound();
  const { rows } = await authPool().query<{ userId: string; totpSecret: string; totpLastStep: number }>(
    `SELECT c."userId", c."totpSecret", c."totpLastStep" FROM "User" u JOIN "Credential" c ON c."userId" = u.id WHERE u.email = $1`,
    [email.trim().toLowerCase()],
  );
  const found = rows[0];
  if (!found) throw new NotFound();
  const now = Math.floor(Date.now() / 1000);
  const step = Math.max(Math.floor(now / period), found.totpLastStep + 1);
  const code = generateSync({ secret: unseal(found.totpSecret, `Credential.totpSecret:${found.userId}`), epoch: step * period });
  // A code is accepted from one step before its own.
  return { code, waitMs: Math.max(0, ((step - 1) * period - now) * 1000) };
}
