import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env";
import { logger } from "../logger";
import { sessionCookieName } from "../session-cookie";
import { addressOf } from "./address";
import { endSession, signIn } from "./credentials";
import { deviceHere } from "./device";

/** next-auth with the cookie holding nothing but a session's opaque id: the database row is the truth. */
export function signInOptions(): NextAuthOptions {
  const secure = env().APP_ORIGIN.startsWith("https:");
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: 12 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    jwt: {
      encode: async ({ token }) => String(token?.sid ?? ""),
      decode: async ({ token }) => (token ? { sid: token } : null),
    },
    callbacks: {
      jwt: async ({ token, user }) => (user ? { sid: (user as { sid?: string }).sid } : token),
      session: async ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sid) await endSession(String(token.sid));
      },
    },
    // Its own writes out what was sent, which anybody may choose.
    logger: { error: (code) => logger.error("sign-in fault", { reason: code }), warn: () => undefined, debug: () => undefined },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (given, request) => {
          const headers = (request.headers ?? {}) as Record<string, string>;
          const result = await signIn({
            email: String(given?.email ?? ""),
            password: String(given?.password ?? ""),
            code: String(given?.code ?? ""),
            device: headers["user-agent"] ?? "",
            deviceMark: await deviceHere(),
            address: addressOf((name) => headers[name]),
          });
          if (!result.ok) throw new Error(result.reason);
          return { id: result.userId, name: result.name, sid: result.token } as { id: string; name: string };
        },
      }),
    ],
  };
}
