import { env } from "./env";

/** The cookie that holds a session's opaque id. `__Host-` needs https, which a laptop's first start does not have. */
export function sessionCookieName(): string {
  return env().APP_ORIGIN.startsWith("https:") ? "__Host-hereward" : "hereward";
}
