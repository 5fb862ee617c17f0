import { z } from "zod";
import { tokenHash } from "../db";
import { env } from "../env";
import { Refused } from "../errors";
import { holdSession } from "./cookie";
import { newToken, type Candidate } from "./credentials";
import type { ChallengePurpose } from "./challenges";
import { demoCode } from "./demo-code";
import { spendAttempt } from "./limits";
import { ownDoor } from "./own-door";
import { askForPasskey, passkeyShown } from "./passkeys";
import { spendCode } from "./totp";

/** What a browser answers with: kept loose, since the library that checks it reads every part. */
export const passkeyAnswer = z.record(z.string().max(60), z.unknown());

const code = z.string("Enter the 6 digits from your authenticator app").transform((typed) => typed.replace(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/, "Enter the 6 digits from your authenticator app"));

/** A second factor: the code of the moment, or a passkey. */
export const factorInput = z.union([z.strictObject({ code }), z.strictObject({ passkey: passkeyAnswer })], "Enter the 6 digits from your authenticator app");
type Factor = z.output<typeof factorInput>;

export type Shower = { user: Candidate; holder: Buffer; address: string; deviceMark: Buffer };

/** Says that it did not fit, or that the next attempt must wait. */
export const wrongFactor = () => new Refused("wrong-factor", "That did not fit. A code works once, and for half a minute.");
export const mustWait = () => new Refused("wait", "There were too many attempts. Wait five minutes, then try again.");

/** Counts an attempt of somebody who has signed in, and gives it back where the check holds. */
export async function countedCheck({ user, address, deviceMark }: Omit<Shower, "holder">, what: string, check: () => Promise<boolean>): Promise<boolean> {
  const attempt = await spendAttempt({ account: `${what}:${user.id}`, address, device: user.knowsDevice ? deviceMark : null });
  if (!attempt) throw mustWait();
  if (!(await check())) return false;
  await attempt.succeeded();
  return true;
}

/** Whether a second factor is the user's own, for a purpose; it is used up either way. */
export async function factorFits(shower: Shower, purpose: ChallengePurpose, given: Factor): Promise<boolean> {
  const { user, holder } = shower;
  return countedCheck(shower, "factor", async () =>
    "code" in given ? spendCode(user.id, user.totpSecret, user.totpLastStep, given.code) : (await passkeyShown(purpose, holder, given.passkey)) === user.id);
}

/** What the page needs to ask for a second factor: a challenge for the user's passkeys, where they have any; in the demo, the code. */
export async function waysToShow({ user, holder }: Pick<Shower, "user" | "holder">, purpose: ChallengePurpose) {
  return { passkey: await askForPasskey(purpose, holder, user.id), demo: env().DEMO_MODE ? await demoCode(user.email) : null };
}

/** Begins the asking for the second factor in a session that is open. */
export const askStepUp = ownDoor({
  name: "session.askStepUp",
  input: z.strictObject({}),
  run: async (asking) => ({ result: await waysToShow(asking, "step-up") }),
});

/** Takes the second factor again: for 5 minutes the session may do what weighs most. It goes on under a new id; the old one opens nothing. */
export const stepUp = ownDoor({
  name: "session.stepUp",
  input: factorInput,
  run: async ({ input, ...asking }) => {
    if (!(await factorFits(asking, "step-up", input))) throw wrongFactor();
    const fresh = newToken();
    return {
      result: {},
      write: async (client) => void (await client.query(`UPDATE "Session" SET "tokenHash" = $2, "secondFactorAt" = app_now(), "lastSeenAt" = app_now() WHERE "tokenHash" = $1`, [tokenHash(asking.token), tokenHash(fresh)])),
      audit: { by: "code" in input ? "code" : "passkey" },
      after: () => holdSession(fresh),
    };
  },
});
