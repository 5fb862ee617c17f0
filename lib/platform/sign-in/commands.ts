import { z } from "zod";
import { command, nothing } from "../command";
import { anyMember } from "../decision";
import { NotFound, Refused } from "../errors";

/** Ends every session of the member's user, on every device, at once. */
export const signOutEverywhere = command({
  name: "session.signOutEverywhere",
  summary: "Ends every session of the signed-in user.",
  input: z.strictObject({}),
  output: z.object({ ended: z.number().int() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx }) => {
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT end_sessions(NULL) AS n`;
    return { result: { ended: row?.n ?? 0 } };
  },
});

/** Ends one of the user's own sessions, from its next request on. Not found where it is not theirs or has ended. */
export const endOneSession = command({
  name: "session.end",
  summary: "Ends one of the member's own sessions.",
  input: z.strictObject({ sessionId: z.uuid("Choose a session") }),
  output: z.object({ ended: z.number().int() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, input: { sessionId } }) => {
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT end_sessions(${sessionId}::uuid) AS n`;
    if (!row?.n) throw new NotFound();
    return { result: { ended: row.n } };
  },
});

/** Ends every session of the user but the one that asks, from their next request on. */
export const endOtherSessions = command({
  name: "session.endOthers",
  summary: "Ends every other session of the signed-in user.",
  input: z.strictObject({}),
  output: z.object({ ended: z.number().int() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor }) => {
    if (!actor.sessionId) throw new NotFound();
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT end_other_sessions(${actor.sessionId}::uuid) AS n`;
    return { result: { ended: row?.n ?? 0 } };
  },
});

const passkeyRefusals = { "last-factor": "This is your only second factor. Set up an authenticator app or another passkey first." };

/** Takes away one of the user's own passkeys. Refused for their last second factor; not found where it is not theirs. */
export const removePasskey = command({
  name: "passkey.remove",
  summary: "Takes away one of the member's own passkeys.",
  input: z.strictObject({ passkeyId: z.uuid("Choose a passkey") }),
  output: z.object({}),
  load: nothing,
  allow: anyMember,
  words: passkeyRefusals,
  stepUp: true,
  run: async ({ tx, input: { passkeyId } }) => {
    const [row] = await tx.$queryRaw<{ became: string | null }[]>`SELECT remove_passkey(${passkeyId}::uuid) AS became`;
    if (!row?.became) throw new NotFound();
    if (row.became === "last") throw new Refused("last-factor");
    return { result: {} };
  },
});

/** Says that somebody is at the desk: the session's 15 minutes begin anew. */
export const stillHere = command({
  name: "session.stillHere",
  summary: "Keeps the session from ending for want of activity.",
  input: z.strictObject({}),
  output: z.object({}),
  load: nothing,
  allow: anyMember,
  run: async () => ({ result: {} }),
});
