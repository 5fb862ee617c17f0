import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "../../env";
import { InvalidInput } from "../../errors";
import { parseInput } from "../../input";
import { problem, statusOf } from "../../problem";
import { sessionCookieName } from "../../session-cookie";
import { addressOf } from "../address";
import { finishLink, openLink } from "./links";

const secret = z.string({ error: "Open the link again" }).regex(/^[\w-]{43}$/, "Open the link again");
const opening = z.strictObject({ secret });
const finishing = z.strictObject({
  secret,
  password: z.string({ error: "Enter a password" }).min(1, "Enter a password").max(500, "Use at most 200 characters"),
  code: z.string({ error: "Enter the 6 digits from your app" }).transform((typed) => typed.replace(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/, "Enter the 6 digits from your app")),
});

const mostBytes = 4_096;
const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

// Before sign-in, so neither a query nor a command; it holds to the same: our own origin, JSON, and little of it.
async function answered<Input extends z.ZodType>(request: Request, operation: string, input: Input, work: (given: z.output<Input>, from: { device: string; address: string }) => Promise<unknown>): Promise<Response> {
  try {
    if (request.headers.get("origin") !== env().APP_ORIGIN) return new Response(null, { status: 404, headers });
    const from = { device: request.headers.get("user-agent") ?? "", address: addressOf((name) => request.headers.get(name)) };
    return Response.json(await work(parseInput(input, await sentTo(request)), from), { headers });
  } catch (error) {
    return Response.json(problem(error, crypto.randomUUID(), operation), { status: statusOf(error), headers });
  }
}

async function sentTo(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) throw new InvalidInput([], "Send JSON.");
  if (Number(request.headers.get("content-length") ?? mostBytes + 1) > mostBytes) throw new InvalidInput([], "This is too long.");
  return request.json().catch(() => null);
}

/** What a link is for, for whoever holds its secret. */
export function openDoor(request: Request): Promise<Response> {
  return answered(request, "invitation.open", opening, (given, { address }) => openLink({ ...given, address }));
}

/** Uses a link and signs in: the answer's cookie holds the new session's opaque id. */
export function finishDoor(request: Request): Promise<Response> {
  return answered(request, "invitation.use", finishing, async (given, from) => {
    const { token } = await finishLink({ ...given, ...from });
    (await cookies()).set(sessionCookieName(), token, { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_ORIGIN.startsWith("https:"), maxAge: 12 * 3_600 });
    return {};
  });
}
