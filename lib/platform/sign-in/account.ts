import type { PoolClient } from "pg";
import { z } from "zod";
import { InvalidInput, Refused } from "../errors";
import { authPool } from "./pool";
import { ownDoor } from "./own-door";
import { addPasskey, askToEnrol, enrolled, passkeysWork } from "./passkeys";
import { pictureOf } from "./joining/links";
import { passwordProblem } from "./joining/password";
import { hashPassword, passwordFits, setPassword } from "./password";
import { newRecoveryCodes, setRecoveryCodes } from "./recovery";
import { countedCheck, passkeyAnswer } from "./step-up";
import { newTotp, setTotp, stepOfCode } from "./totp";

// Its owner is told of every change, so that one they did not make does not go unseen.
const tell = (client: PoolClient, userId: string) => client.query(`SELECT tell_of_sign_in($1, 'sign-in-changed')`, [userId]);

/** Changes the user's password, asking for the one they have, and ends their sessions elsewhere. */
export const changePassword = ownDoor({
  name: "account.changePassword",
  input: z.strictObject({ current: z.string("Enter the password you have now").min(1, "Enter the password you have now").max(500), next: z.string("Enter a new password").max(500) }),
  run: async ({ input: { current, next }, user, actor, ...rest }) => {
    const fault = passwordProblem(next, { name: user.name, email: user.email, agency: actor.agencyName });
    if (fault) throw new InvalidInput([{ path: "next", message: fault }]);
    if (!(await countedCheck({ user, ...rest }, "password", () => passwordFits(user.passwordHash, current)))) throw new InvalidInput([{ path: "current", message: "This is not the password you have now" }]);
    if (current === next) throw new InvalidInput([{ path: "next", message: "Choose another password than the one you have" }]);
    const passwordHash = await hashPassword(next);
    return {
      result: {},
      write: async (client) => {
        await setPassword(client, user.id, passwordHash);
        await client.query(`UPDATE "Session" SET "revokedAt" = app_now() WHERE "userId" = $1 AND id <> $2 AND "revokedAt" IS NULL`, [user.id, actor.sessionId]);
        await tell(client, user.id);
      },
    };
  },
});

/** Begins a new passkey in this session. */
export const askPasskey = ownDoor({
  name: "passkey.ask",
  input: z.strictObject({}),
  stepUp: true,
  run: async ({ user, holder }) => {
    if (!passkeysWork()) throw new Refused("no-passkeys-here", "Passkeys need an address with a name. Open Hereward by its name instead of a number.");
    return { result: await askToEnrol({ userId: user.id, name: user.name, email: user.email }, holder) };
  },
});

/** Adds a passkey under the name that its owner gives it. */
export const enrolPasskey = ownDoor({
  name: "passkey.add",
  input: z.strictObject({ name: z.string("Give the passkey a name").trim().min(1, "Give the passkey a name, such as “Work laptop”").max(60, "Use 60 characters at most"), passkey: passkeyAnswer }),
  stepUp: true,
  run: async ({ input, user, holder }) => {
    const made = await enrolled(holder, input.passkey);
    if (!made) throw new Refused("not-enrolled", "The passkey could not be checked. Try again; a passkey of Hereward asks for your PIN, your finger or your face.");
    return {
      result: {},
      write: async (client) => {
        if (!(await addPasskey(client, user.id, input.name, made))) throw new Refused("passkey-known", "This passkey is in use already.");
        await tell(client, user.id);
      },
    };
  },
});

/** Makes ten new recovery codes, shown this once; the old ones end. */
export const makeRecoveryCodes = ownDoor({
  name: "recoveryCode.make",
  input: z.strictObject({}),
  stepUp: true,
  run: async ({ user }) => {
    const codes = newRecoveryCodes();
    return {
      result: { codes },
      write: async (client) => {
        await setRecoveryCodes(client, user.id, codes);
        await tell(client, user.id);
      },
    };
  },
});

/** Begins with another authenticator app: shows a new secret. The old app works until the new one has shown its code. */
export const askAuthenticator = ownDoor({
  name: "authenticator.ask",
  input: z.strictObject({}),
  stepUp: true,
  run: async ({ user }) => {
    const { secret, uri, sealed } = newTotp(user.id, user.email);
    return { result: { key: secret.replace(/(.{4})(?=.)/g, "$1 "), picture: pictureOf(uri), uri }, write: async (client) => void (await client.query(`UPDATE "Credential" SET "totpNext" = $2 WHERE "userId" = $1`, [user.id, sealed])) };
  },
});

/** Takes the new authenticator app's first code; from then on the old app's codes are refused. */
export const renewAuthenticator = ownDoor({
  name: "authenticator.renew",
  input: z.strictObject({ code: z.string("Enter the 6 digits that the app shows").transform((typed) => typed.replace(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/, "Enter the 6 digits that the app shows")) }),
  stepUp: true,
  run: async ({ input: { code }, user, ...rest }) => {
    const { rows } = await authPool().query<{ totpNext: string | null }>(`SELECT "totpNext" FROM "Credential" WHERE "userId" = $1`, [user.id]);
    const sealed = rows[0]?.totpNext;
    if (!sealed) throw new Refused("not-begun", "Begin again: the new secret is no longer there.");
    let step: number | null = null;
    const fits = await countedCheck({ user, ...rest }, "authenticator", async () => (step = stepOfCode(user.id, sealed, 0, code)) !== null);
    if (!fits || step === null) throw new InvalidInput([{ path: "code", message: "This is not the code that the new secret gives. Check the clock of your phone, and enter the code it shows now" }]);
    const used = step;
    return {
      result: {},
      write: async (client) => {
        await setTotp(client, user.id, sealed, used);
        await tell(client, user.id);
      },
    };
  },
});
