import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type AuthenticatorTransport, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { PoolClient } from "pg";
import { env } from "../env";
import { newChallenge, spendChallengeOf, type ChallengePurpose } from "./challenges";
import { authPool } from "./pool";

type Kept = { id: string; userId: string; credentialId: string; publicKey: Buffer; counter: string; transports: AuthenticatorTransport[] };

// Passkeys are bound to the host of the configured address, never to what a request says it is.
const host = () => new URL(env().APP_ORIGIN).hostname;

/** Whether passkeys can be had at this address at all: browsers bind them to a name, never to a number. */
export function passkeysWork(): boolean {
  return !/^[\d.]+$|:/.test(host().replace(/[[\]]/g, ""));
}

async function passkeysOf(userId: string): Promise<Kept[]> {
  return (await authPool().query<Kept>(`SELECT * FROM "Passkey" WHERE "userId" = $1`, [userId])).rows;
}

const mark = ({ credentialId, transports }: Kept) => ({ id: credentialId, transports });

/** What a browser needs to make a new passkey for a user. Ones that they have are left out. */
export async function askToEnrol(user: { userId: string; name: string; email: string }, holder: Buffer): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: "Hereward", rpID: host(), userID: new Uint8Array(Buffer.from(user.userId)), userName: user.email, userDisplayName: user.name, attestationType: "none",
    challenge: await newChallenge("enrol", holder), excludeCredentials: (await passkeysOf(user.userId)).map(mark),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

export type NewPasskey = { credentialId: string; publicKey: Uint8Array; counter: number; transports: string[] };

/** The passkey that a browser made, where it answers our challenge at our address with its user verified; else null. */
export async function enrolled(holder: Buffer, response: unknown): Promise<NewPasskey | null> {
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON, expectedChallenge: (challenge) => spendChallengeOf("enrol", holder, challenge),
    expectedOrigin: env().APP_ORIGIN, expectedRPID: host(), requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified || !verified.registrationInfo) return null;
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey, counter, transports: transports ?? [] };
}

/** Gives a user a passkey under a name of theirs; false where it is somebody's already. */
export async function addPasskey(client: PoolClient, userId: string, name: string, { credentialId, publicKey, counter, transports }: NewPasskey): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO "Passkey" ("userId", "credentialId", "publicKey", counter, transports, name) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ("credentialId") DO NOTHING`,
    [userId, credentialId, Buffer.from(publicKey), counter, transports, name],
  );
  return rowCount === 1;
}

/** What a browser needs to show a passkey: any of this address, or one of a user's own. */
export async function askForPasskey(purpose: ChallengePurpose, holder: Buffer, userId?: string): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const own = userId ? await passkeysOf(userId) : [];
  if (!passkeysWork() || (userId && own.length === 0)) return null;
  return generateAuthenticationOptions({ rpID: host(), challenge: await newChallenge(purpose, holder), userVerification: "required", allowCredentials: own.map(mark) });
}

/** Whose passkey was shown, where the answer is whole: our challenge, once; our address; the user verified; its counter gone on. Else null. */
export async function passkeyShown(purpose: ChallengePurpose, holder: Buffer, response: unknown): Promise<string | null> {
  const { rows } = await authPool().query<Kept>(`SELECT * FROM "Passkey" WHERE "credentialId" = $1`, [credentialIdOf(response)]);
  const kept = rows[0];
  if (!kept) return null;
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON, expectedChallenge: (challenge) => spendChallengeOf(purpose, holder, challenge),
    expectedOrigin: env().APP_ORIGIN, expectedRPID: host(), requireUserVerification: true,
    credential: { id: kept.credentialId, publicKey: new Uint8Array(kept.publicKey), counter: Number(kept.counter), transports: kept.transports },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter } = verified.authenticationInfo;
  // One that counts must count on: a copy of the key would come with a number that was seen before.
  const { rowCount } = await authPool().query(
    `UPDATE "Passkey" SET counter = $2, "lastUsedAt" = app_now() WHERE id = $1 AND (counter < $2 OR counter = 0 AND $2 = 0)`, [kept.id, newCounter]);
  return rowCount === 1 ? kept.userId : null;
}

/** The passkey that an answer says it is of. */
export function credentialIdOf(response: unknown): string {
  const id = (response as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id.slice(0, 1_400) : "";
}
