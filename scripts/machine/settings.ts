import { type DatabaseUrls, urlsFrom } from "./postgres/addresses";
import { secretsIn } from "./postgres/secrets";

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

/** The addresses of a database that is not of our own making, for each role. */
export function addressesGiven(ownerUrl: string, folder: string): DatabaseUrls {
  const secrets = secretsIn(folder);
  const { HEREWARD_APP_PASSWORD, HEREWARD_AUTH_PASSWORD, HEREWARD_JOBS_PASSWORD, APP_DATABASE_URL, AUTH_DATABASE_URL, JOBS_DATABASE_URL } = process.env;
  const made = urlsFrom(ownerUrl, {
    appPassword: HEREWARD_APP_PASSWORD || secrets.appPassword,
    authPassword: HEREWARD_AUTH_PASSWORD || secrets.authPassword,
    jobsPassword: HEREWARD_JOBS_PASSWORD || secrets.jobsPassword,
  });
  return {
    DATABASE_URL: ownerUrl,
    APP_DATABASE_URL: APP_DATABASE_URL || made.APP_DATABASE_URL,
    AUTH_DATABASE_URL: AUTH_DATABASE_URL || made.AUTH_DATABASE_URL,
    JOBS_DATABASE_URL: JOBS_DATABASE_URL || made.JOBS_DATABASE_URL,
  };
}
