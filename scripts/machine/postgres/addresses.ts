/** The roles the application signs in to Postgres as; the first migration creates them, migrate() lets them log in. */
export const loginRoles = ["hereward_app", "hereward_auth", "hereward_jobs"] as const;

export interface DatabaseUrls {
  DATABASE_URL: string;
  APP_DATABASE_URL: string;
  AUTH_DATABASE_URL: string;
  JOBS_DATABASE_URL: string;
}

export interface Passwords {
  appPassword: string;
  authPassword: string;
  jobsPassword: string;
}

/** The same server and database, as another role. */
export function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.toString();
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

/** The owner's address and, from it, the three that the application uses. */
export function urlsFrom(ownerUrl: string, passwords: Passwords): DatabaseUrls {
  return {
    DATABASE_URL: ownerUrl,
    APP_DATABASE_URL: asRole(ownerUrl, "hereward_app", passwords.appPassword),
    AUTH_DATABASE_URL: asRole(ownerUrl, "hereward_auth", passwords.authPassword),
    JOBS_DATABASE_URL: asRole(ownerUrl, "hereward_jobs", passwords.jobsPassword),
  };
}
