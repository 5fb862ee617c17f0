import { cookies } from "next/headers";
import { env } from "../env";
import { sessionCookieName } from "../session-cookie";
import { endSession } from "./credentials";

/** Ends the session that the request's cookie holds and takes the cookie away. Not a command: it must work when the session has already ended. */
export async function signOut(request: Request): Promise<Response> {
  if (request.headers.get("origin") !== env().APP_ORIGIN) return new Response(null, { status: 404 });
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return new Response(null, { status: 415 });
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await endSession(token);
  jar.delete(sessionCookieName());
  return Response.json({}, { headers: { "Cache-Control": "no-store", "Clear-Site-Data": '"cache"' } });
}

/** Gives the browser a session's opaque id, as next-auth does after a password. */
export async function holdSession(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_ORIGIN.startsWith("https:"), maxAge: 12 * 3_600 });
}
