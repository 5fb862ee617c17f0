import { cookies } from "next/headers";
import { sessionCookieName } from "../session-cookie";
import { endSession } from "./credentials";

/** Ends the session that the request's cookie holds and takes the cookie away. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await endSession(token);
  jar.delete(sessionCookieName());
}
