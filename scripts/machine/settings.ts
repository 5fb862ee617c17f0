import type { DatabaseUrls } from "./postgres/addresses";

export interface Situation {
  urls: DatabaseUrls;
  secrets: { authSecret: string; fieldKey: string };
  port: number;
  demo: boolean;
}

/** The environment that the web server, the worker and the seeds run in. What `outside` sets for itself wins. */
export function settingsOf({ urls, secrets, port, demo }: Situation, outside: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const origin = outside.APP_ORIGIN || `http://localhost:${port}`;
  const authSecret = outside.AUTH_SECRET || secrets.authSecret;
  return {
    ...urls,
    APP_ORIGIN: origin,
    PORT: String(port),
    AUTH_SECRET: authSecret,
    FIELD_KEY: outside.FIELD_KEY || secrets.fieldKey,
    DEMO_MODE: demo ? "on" : "off",
    // next-auth reads its own two names.
    NEXTAUTH_SECRET: authSecret,
    NEXTAUTH_URL: origin,
    NEXT_TELEMETRY_DISABLED: "1",
    TZ: "UTC",
  };
}
