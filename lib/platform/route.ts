import type { NextRequest } from "next/server";
import type { Command } from "./command";
import { env } from "./env";
import { InvalidInput, Unauthenticated } from "./errors";
import { problem, statusOf } from "./problem";
import type { Query } from "./query";
import { sessionCookieName } from "./session-cookie";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = ((request: NextRequest, context: Params) => Promise<Response>) & { operation: Query | Command };

const maxBytes = 256 * 1024;
const maxDepth = 12;
const keyShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Makes the URL for a query or a command: the same door for our own browser and for other systems. */
export function route(operation: unknown): Handler {
  const made = operation as Query | Command;
  const handler = async (request: NextRequest, context: Params) => {
    const requestId = crypto.randomUUID();
    try {
      const session = request.cookies.get(sessionCookieName())?.value;
      if (!session) throw new Unauthenticated();
      const quiet = request.headers.get("x-hereward-quiet") === "1" && made.kind === "query";
      const input = { ...(await sent(request)), ...(await context.params) };
      const expects = request.headers.get("hereward-member") ?? undefined;
      const answer = made.kind === "query" ? (await made.ask({ session, quiet, expects }, input)).view : await made.do({ session, expects }, input, idempotencyKey(request));
      return Response.json(answer ?? null, { headers: answerHeaders(requestId) });
    } catch (error) {
      const status = statusOf(error);
      return Response.json(problem(error, requestId, made.name), { status, headers: { ...answerHeaders(requestId), ...(status === 503 ? { "Retry-After": "5" } : {}) } });
    }
  };
  return Object.assign(handler, { operation: made });
}

export function answerHeaders(requestId: string): HeadersInit {
  return { "Cache-Control": "private, no-store", "X-Request-Id": requestId, "X-Content-Type-Options": "nosniff" };
}

/** What a request sends: its search words, or a JSON object that our own pages sent, within limits. */
export async function sent(request: NextRequest): Promise<Record<string, unknown>> {
  if (request.method === "GET") return Object.fromEntries(request.nextUrl.searchParams);
  // The configured origin, never Host or X-Forwarded-Host, which a stranger may choose.
  if (request.headers.get("origin") !== env().APP_ORIGIN) throw new InvalidInput([], "This request did not come from this site.");
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) throw new InvalidInput([], "Send JSON.");
  const text = await limitedText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new InvalidInput([], "This is not JSON.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new InvalidInput([], "Send a JSON object.");
  if (tooDeep(body, maxDepth)) throw new InvalidInput([], "This is nested too deeply.");
  return body as Record<string, unknown>;
}

async function limitedText(request: NextRequest): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new InvalidInput([], "This is too long to save.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => tooDeep(inner, left - 1));
}

function idempotencyKey(request: NextRequest): string {
  const key = request.headers.get("idempotency-key") ?? "";
  if (!keyShape.test(key)) throw new InvalidInput([{ path: "Idempotency-Key", message: "Send an Idempotency-Key header: a UUID of your own for this one request." }]);
  return key.toLowerCase();
}
