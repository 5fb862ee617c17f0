import { newKey } from "./sending/attempt-keys";
import { notReached, problemFrom, type Problem } from "./sending/problem";
import { askToSignIn } from "./session/signed-out";
import { askForSecondFactor } from "./session/step-up";

export type Sent<Data> = { ok: true; data: Data } | { ok: false; error: Problem };

export type Method = "POST" | "PUT" | "PATCH" | "DELETE";

type SendOptions = {
  /** The same for each attempt to send the same thing; made when left out. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Lets it finish after the page is gone. Small bodies only. */
  keepalive?: boolean;
  /** Answers Unauthenticated instead of asking to sign in again: for what nobody pressed a button for. */
  quiet?: boolean;
};

type AskOptions = Omit<SendOptions, "idempotencyKey" | "keepalive"> & {
  /** Asked by a timer and not by a person: it must not keep a session alive that nobody is using. */
  background?: boolean;
};

const TIMEOUT = 30_000;

let expectedMember: string | undefined;

/** Names the member this page was made for, so that the server can refuse words typed by one person and sent by the next at a shared desk. */
export function expectMember(memberId: string | undefined) {
  expectedMember = memberId;
}

async function attempt<Data>(path: string, init: RequestInit): Promise<Sent<Data>> {
  try {
    const response = await fetch(path, init);
    const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
    if (response.ok && body !== undefined) return { ok: true, data: body as Data };
    return { ok: false, error: problemFrom(body) };
  } catch {
    return { ok: false, error: notReached };
  }
}

async function attemptSignedIn<Data>(path: string, init: () => RequestInit, quiet: boolean): Promise<Sent<Data>> {
  let sent = await attempt<Data>(path, init());
  if (quiet) return sent;
  if (!sent.ok && sent.error.error === "Unauthenticated" && (await askToSignIn())) sent = await attempt<Data>(path, init());
  if (!sent.ok && sent.error.reason === "step-up" && (await askForSecondFactor())) sent = await attempt<Data>(path, init());
  return sent;
}

function initFor(method: Method, body: unknown, headers: Record<string, string>, { signal, keepalive }: SendOptions): RequestInit {
  const timeout = AbortSignal.timeout(TIMEOUT);
  return {
    method,
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      ...(expectedMember ? { "Hereward-Member": expectedMember } : {}),
      ...headers,
    },
    body: JSON.stringify(body ?? {}),
    credentials: "same-origin",
    cache: "no-store",
    keepalive,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
}

/** Sends a change. When the session has ended it asks for sign-in, when it weighs a lot for the second factor, and sends it again, under the same key, with nothing lost. */
export function send<Data>(method: Method, path: string, body: unknown, options: SendOptions = {}): Promise<Sent<Data>> {
  const key = options.idempotencyKey ?? newKey();
  return attemptSignedIn(path, () => initFor(method, body, { "Idempotency-Key": key }, options), options.quiet ?? false);
}

/** A refusal as an error to throw, for TanStack Query. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = "Refusal";
  }
}

/** Asks a question by POST, so that no personal words stand in an address. Throws a Refusal: made for `queryFn` and `find`. */
export async function ask<Data>(path: string, body: unknown = {}, options: AskOptions = {}): Promise<Data> {
  const headers: Record<string, string> = options.background ? { "X-Hereward-Quiet": "1" } : {};
  const quiet = options.quiet ?? options.background ?? false;
  const sent = await attemptSignedIn<Data>(path, () => initFor("POST", body, headers, options), quiet);
  if (!sent.ok) throw new Refusal(sent.error);
  return sent.data;
}
