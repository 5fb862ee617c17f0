import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { vi } from "vitest";
import { routes } from "../../app/api/routes";
import { operationsOf } from "../../lib/platform/openapi";
import { env } from "../../lib/platform/env";
import { logger } from "../../lib/platform/logger";
import { sessionCookieName } from "../../lib/platform/session-cookie";
import { inputFor, type Named } from "../permissions/asking";
import type { AnyDoor } from "../permissions/doors";
import type { World } from "../permissions/world";

type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** One method of one route, and what someone who knows the world's ids would send it. */
export type Knock = { at: string; method: string; operation: AnyDoor; handler: Handler; params: Record<string, string>; body: Named };

/** Every method of every route of the API. */
export function everyKnock(world: World): Knock[] {
  return Object.entries(routes).flatMap(([address, module]) => operationsOf(module).map(({ method, operation }) => {
    const given = inputFor(operation, world.named, world.special) as Named;
    const names = [...address.matchAll(/\[(\w+)\]/g)].map((found) => found[1]!);
    const params = Object.fromEntries(names.map((name) => [name, String(given[name] ?? world.named[name] ?? (name === "callId" ? world.named.dutyCallId : "VRA"))]));
    const body = Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
    return { at: `${method} ${address}`, method, operation, handler: module[method] as Handler, params, body };
  }));
}

export type Sent = {
  session?: string | undefined;
  params?: Record<string, string>;
  body?: unknown;
  /** The body as it goes over the wire, instead of `body`. */
  text?: string | ReadableStream<Uint8Array>;
  key?: string;
  /** Replaces headers; null takes one away. */
  headers?: Record<string, string | null>;
};

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

/** What the server said of its own faults since this was last asked: why an answer was 500. */
export function faultsOf(work: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const listening = vi.spyOn(logger, "error").mockImplementation((message, fields) => {
    const error = fields?.error;
    said.push(`${fields?.operation}: ${error instanceof Error ? error.message.slice(-300) : message}`);
  });
  return work().then(() => [...new Set(said)]).finally(() => listening.mockRestore());
}

/** Sends it to the route's own handler, as the browser would unless told otherwise. */
export async function send(knock: Knock, { session, params = knock.params, body = knock.body, text, key = randomUUID(), headers = {} }: Sent): Promise<Answer> {
  const isGet = knock.method === "GET";
  const path = knock.at.replace(/^\w+ /, "").replace(/\[(\w+)\]/g, (_all, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = isGet ? `?${new URLSearchParams(Object.entries(body as Named).filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => [name, String(value)]))}` : "";
  const given: Record<string, string | null> = {
    origin: env().APP_ORIGIN, "content-type": "application/json", "idempotency-key": key, cookie: session ? `${sessionCookieName()}=${session}` : null, ...headers,
  };
  const request = new NextRequest(new URL(`${path}${search}`, env().APP_ORIGIN), {
    method: knock.method,
    headers: Object.entries(given).filter((one): one is [string, string] => one[1] !== null),
    ...(isGet ? {} : { body: text ?? JSON.stringify(body), duplex: "half" as const }),
  });
  const response = await knock.handler(request, { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}
