import type { DatabaseUrls } from "./database-urls";
import type { Secrets } from "./secrets";

export interface Situation {
  urls: DatabaseUrls;
  secrets: Secrets;
  port: number;
  demo: boolean;
}

/** The environment the web server and the worker run in: what was set from outside wins. */
export function settingsOf({ urls, secrets, port, demo }: Situation): Record<string, string> {
  const origin = process.env.APP_ORIGIN || `http://localhost:${port}`;
  const authSecret = process.env.AUTH_SECRET || secrets.authSecret;
  return {
    ...urls,
    APP_ORIGIN: origin,
    PORT: String(port),
    AUTH_SECRET: authSecret,
    FIELD_KEY: process.env.FIELD_KEY || secrets.fieldKey,
    DEMO_MODE: demo ? "on" : "off",
    // next-auth reads its own two names.
    NEXTAUTH_SECRET: authSecret,
    NEXTAUTH_URL: origin,
    NEXT_TELEMETRY_DISABLED: "1",
    TZ: "UTC",
  };
}
