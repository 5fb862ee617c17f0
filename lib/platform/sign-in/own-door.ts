import type { PoolClient } from "pg";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { parseActor, type Actor } from "../actor";
import { mustBeFresh } from "../command";
import { tokenHash } from "../db";
import { Forbidden, InvalidInput, Refused, StepUpNeeded, Unauthenticated } from "../errors";
import { parseInput } from "../input";
import { problem, statusOf } from "../problem";
import { answerHeaders, sent } from "../route";
import { sessionCookieName } from "../session-cookie";
import { candidateById, type Candidate } from "./credentials";
import { deviceHere } from "./device";
import { addressOf } from "./address";
import { inAuth, authPool } from "./pool";

type Done = {
  result: unknown;
  /** What is written, in one transaction with the audit. */
  write?: (client: PoolClient) => Promise<void>;
  audit?: Record<string, unknown>;
  /** Once it is committed: what goes into cookies. */
  after?: () => Promise<void>;
};

export type Asking<Input> = { input: Input; actor: Actor; now: Date; user: Candidate; token: string; holder: Buffer; address: string; deviceMark: Buffer };

type OwnDoor<Input extends z.ZodType> = {
  /** The audit's verb. */
  name: string;
  input: Input;
  stepUp?: boolean;
  run: (asking: Asking<z.output<Input>>) => Promise<Done>;
};

/**
 * A door of sign-in's own, for a signed-in user's credentials. Not a command: a command keeps what it was sent and what it
 * answered, and no password, code or secret may be kept. Same origin, shape, session and audit; only the sign-in role writes.
 */
export function ownDoor<Input extends z.ZodType>({ name, input: shape, stepUp, run }: OwnDoor<Input>): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const requestId = crypto.randomUUID();
    const token = request.cookies.get(sessionCookieName())?.value ?? "";
    try {
      const { actor, now } = await opened(token, request.headers.get("hereward-member"));
      const input = parseInput(shape, await sent(request));
      if (stepUp) mustBeFresh(actor, now);
      const deviceMark = await deviceHere();
      const user = await candidateById(actor.userId, deviceMark);
      if (!user) throw new Unauthenticated();
      const { result, write, audit, after } = await run({ input, actor, now, user, token, holder: sessionHolder(actor), address: addressOf((header) => request.headers.get(header)), deviceMark });
      await inAuth(async (client) => {
        await open(client, token);
        await write?.(client);
        await append(client, name, "done", audit);
      });
      await after?.();
      return Response.json(result, { headers: answerHeaders(requestId) });
    } catch (error) {
      await tellRefusal(name, token, error);
      return Response.json(problem(error, requestId, name), { status: statusOf(error), headers: answerHeaders(requestId) });
    }
  };
}

async function opened(token: string, expects: string | null): Promise<{ actor: Actor; now: Date }> {
  const { rows } = await authPool().query<{ who: unknown }>(`SELECT open_request($1) AS who`, [tokenHash(token)]);
  if (!token || !rows[0]?.who) throw new Unauthenticated();
  const found = parseActor(rows[0].who);
  if (expects && expects !== found.actor.memberId) throw new Unauthenticated();
  return found;
}

async function open(client: PoolClient, token: string): Promise<void> {
  const { rows } = await client.query<{ who: unknown }>(`SELECT open_request($1) AS who`, [tokenHash(token)]);
  if (!rows[0]?.who) throw new Unauthenticated();
}

function append(client: PoolClient, name: string, outcome: string, detail: Record<string, unknown> = {}): Promise<unknown> {
  return client.query(`SELECT append_audit($1, $2, NULL, NULL, $3)`, [name, outcome, JSON.stringify(detail)]);
}

async function tellRefusal(name: string, token: string, error: unknown): Promise<void> {
  if (error instanceof StepUpNeeded || error instanceof InvalidInput) return;
  if (!(error instanceof Refused || error instanceof Forbidden)) return;
  await inAuth(async (client) => {
    await open(client, token);
    await append(client, name, "refused", error instanceof Refused ? { rule: error.rule } : {});
  }).catch(() => undefined);
}

/** A challenge made for a session is answered in that session. */
export function sessionHolder({ sessionId }: Pick<Actor, "sessionId">): Buffer {
  return tokenHash(`session:${sessionId}`);
}
