import { z } from "zod";
import { nearDayAndTime } from "../../format/dates";
import type { Tx } from "../db";
import { anyMember } from "../decision";
import { query } from "../query";
import { passkeysWork } from "./passkeys";
import { accountView, factorsRow } from "./schema";

type SessionRow = { id: string; device: string; createdAt: Date; lastSeenAt: Date; isLocked: boolean };

/** How the member signs in, and where they are signed in now: their own, nobody else's. */
export const getAccount = query({
  name: "account.mine",
  summary: "How the member signs in, and where they are signed in.",
  input: z.strictObject({}),
  output: accountView,
  allow: anyMember,
  run: async ({ tx, actor, now }) => {
    const sessions = await tx.$queryRaw<SessionRow[]>`SELECT id::text, device, "createdAt", "lastSeenAt", "isLocked" FROM my_sessions()`;
    const { passkeys, recoveryLeft, passwordSetAt, totpSetAt } = await factorsOf(tx, now);
    return {
      now: now.toISOString(), name: actor.name, passkeysWork: passkeysWork(), recoveryLeft,
      passwordWords: nearDayAndTime(passwordSetAt, now),
      authenticatorWords: totpSetAt ? nearDayAndTime(totpSetAt, now) : null,
      passkeys: passkeys.map(({ createdAt, lastUsedAt, ...one }) => ({ ...one, sinceWords: nearDayAndTime(createdAt, now), lastWords: lastUsedAt ? nearDayAndTime(lastUsedAt, now) : "" })),
      sessions: sessions.map(({ id, device, createdAt, lastSeenAt, isLocked }) => ({
        sessionId: id, device: device || "A browser", isThis: id === actor.sessionId, isLocked, sinceWords: nearDayAndTime(createdAt, now), lastWords: nearDayAndTime(lastSeenAt, now),
      })),
    };
  },
  audit: "none",
});

async function factorsOf(tx: Tx, now: Date) {
  const [row] = await tx.$queryRaw<{ factors: unknown }[]>`SELECT my_factors() AS factors`;
  // Who has no credential yet signs in by none: only a job or a seed acts for them.
  return factorsRow.parse(row?.factors ?? { passwordSetAt: now, totpSetAt: null, recoveryLeft: 0, passkeys: [] });
}
