import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { tokenHash } from "../db";
import { env } from "../env";
import { Refused, Unauthenticated } from "../errors";
import { parseInput } from "../input";
import { problem, statusOf } from "../problem";
import { answerHeaders, sent } from "../route";
import { sessionCookieName } from "../session-cookie";
import { addressOf } from "./address";
import { holdSession } from "./cookie";
import { candidateById, newToken } from "./credentials";
import { deviceHere } from "./device";
import { sessionHolder } from "./own-door";
import { passwordFits } from "./password";
import { authPool, inAuth } from "./pool";
import { countedCheck, factorFits, factorInput, waysToShow, wrongFactor, type Shower } from "./step-up";

const mostWrong = 5;

/** Locks the session that the request's cookie holds: it opens nothing until it is unlocked. Not a command: it must work when the session has just gone idle. */
export async function lock(request: Request): Promise<Response> {
  if (request.headers.get("origin") !== env().APP_ORIGIN) return new Response(null, { status: 404 });
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (token) await authPool().query(`UPDATE "Session" SET "lockedAt" = coalesce("lockedAt", app_now()) WHERE "tokenHash" = $1 AND "revokedAt" IS NULL`, [tokenHash(token)]);
  return Response.json({}, { headers: { "Cache-Control": "no-store", "Clear-Site-Data": '"cache"' } });
}

type Locked = { sessionId: string; userId: string; memberName: string; token: string };

/** The session behind the lock: locked or gone idle, not ended, and within its twelve hours. */
async function lockedSession(token: string | undefined): Promise<Locked> {
  const { rows } = await authPool().query<{ sessionId: string; userId: string; memberName: string }>(
    `SELECT s.id AS "sessionId", s."userId", m.name AS "memberName" FROM "Session" s JOIN "Member" m ON m.id = s."memberId"
     WHERE s."tokenHash" = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())`, [tokenHash(token ?? "")]);
  if (!token || !rows[0]) throw new Unauthenticated();
  return { ...rows[0], token };
}

type Run<Input> = (given: { input: Input; locked: Locked } & Shower) => Promise<unknown>;

function lockedDoor<Input extends z.ZodType>(name: string, shape: Input, run: Run<z.output<Input>>): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const requestId = crypto.randomUUID();
    try {
      const input = parseInput(shape, await sent(request));
      const locked = await lockedSession(request.cookies.get(sessionCookieName())?.value);
      const deviceMark = await deviceHere();
      const user = await candidateById(locked.userId, deviceMark);
      if (!user) throw new Unauthenticated();
      const shower = { user, holder: sessionHolder(locked), address: addressOf((header) => request.headers.get(header)), deviceMark };
      return Response.json(await run({ input, locked, ...shower }), { headers: answerHeaders(requestId) });
    } catch (error) {
      return Response.json(problem(error, requestId, name), { status: statusOf(error), headers: answerHeaders(requestId) });
    }
  };
}

/** Whose session is locked, and how they may open it again. */
export const askUnlock = lockedDoor("session.askUnlock", z.strictObject({}), async ({ locked, ...shower }) => ({ name: locked.memberName, ...(await waysToShow(shower, "unlock")) }));

const unlockInput = z.union([z.strictObject({ password: z.string().min(1, "Enter your password").max(500) }), factorInput], "Enter your password, or the 6 digits from your authenticator app");

/** Opens a locked session again by one factor, under a new id. It was opened by both, at this browser, less than twelve hours ago; after five wrong answers it ends. */
export const unlock = lockedDoor("session.unlock", unlockInput, async ({ input, locked, ...shower }) => {
  const fits = "password" in input ? await countedCheck(shower, "password", () => passwordFits(shower.user.passwordHash, input.password)) : await factorFits(shower, "unlock", input);
  if (!fits) throw await afterWrong(locked, "password" in input ? new Refused("wrong-factor", "This is not the right password.") : wrongFactor());
  const fresh = newToken();
  const shows = !("password" in input);
  await inAuth(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE "Session" SET "tokenHash" = $2, "lockedAt" = NULL, "wrongUnlocks" = 0, "lastSeenAt" = app_now(), "secondFactorAt" = CASE WHEN $3 THEN app_now() ELSE "secondFactorAt" END
       WHERE "tokenHash" = $1 AND "revokedAt" IS NULL AND "expiresAt" > app_now()`, [tokenHash(locked.token), tokenHash(fresh), shows]);
    const { rows } = await client.query<{ who: unknown }>(`SELECT open_request($1) AS who`, [tokenHash(fresh)]);
    if (rowCount !== 1 || !rows[0]?.who) throw new Unauthenticated();
    await client.query(`SELECT append_audit('session.unlock', 'done', NULL, NULL, '{}')`);
  });
  await holdSession(fresh);
  return {};
});

async function afterWrong({ token }: Locked, wrong: Refused): Promise<Error> {
  const { rows } = await authPool().query<{ ended: boolean }>(
    `UPDATE "Session" SET "wrongUnlocks" = "wrongUnlocks" + 1, "revokedAt" = CASE WHEN "wrongUnlocks" + 1 >= $2 THEN app_now() END
     WHERE "tokenHash" = $1 AND "revokedAt" IS NULL RETURNING "revokedAt" IS NOT NULL AS ended`, [tokenHash(token), mostWrong]);
  return rows[0]?.ended ? new Refused("ended", "That was wrong too often, so this session has ended. Sign in again; your drafts are kept.") : wrong;
}
