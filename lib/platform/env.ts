import { z } from "zod";

type Source = Readonly<Record<string, string | undefined>>;

const isLoopback = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/.test(new URL(url).hostname);

const databaseUrl = (role: string) => z.string().regex(/^postgres(ql)?:\/\/.+/, `must be a postgresql:// address for the role ${role}`);

const environment = z
  .object({
    APP_DATABASE_URL: databaseUrl("hereward_app"),
    AUTH_DATABASE_URL: databaseUrl("hereward_auth"),
    JOBS_DATABASE_URL: databaseUrl("hereward_jobs").optional(),
    DATABASE_URL: databaseUrl("that owns the tables").optional(),
    APP_ORIGIN: z
      .url({ protocol: /^https?$/, error: "must be the address people open, such as https://hereward.example.gov.uk" })
      .refine((url) => url === new URL(url).origin, "must hold no path and no closing slash"),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    AUTH_SECRET: z.string().min(32, "must be at least 32 characters; make one with: openssl rand -base64 32"),
    FIELD_KEY: z
      .base64("must be 32 bytes in base64; make one with: openssl rand -base64 32")
      .transform((key) => Buffer.from(key, "base64"))
      .refine((key) => key.length === 32, "must be 32 bytes in base64; make one with: openssl rand -base64 32"),
    DEMO_MODE: z.enum(["on", "off"], "must be on or off").default("off").transform((mode) => mode === "on"),
    // How many proxies of ours stand in front: only what they say of where a request came from is believed.
    TRUSTED_PROXIES: z.coerce.number("must be a whole number, such as 1").int().min(0).max(10).default(0),
    SMTP_URL: z.string().regex(/^smtps?:\/\/.+/, "must be an smtp:// or smtps:// address").optional(),
    MAIL_FROM: z.string().min(3).optional(),
    LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  })
  .superRefine(({ APP_ORIGIN, DEMO_MODE, SMTP_URL, MAIL_FROM }, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const isPublic = !isLoopback(APP_ORIGIN);
    // Demo members sign in with a code that the page fills in: on a public address that is no lock at all.
    if (DEMO_MODE && isPublic) refuse("DEMO_MODE", "must be off when APP_ORIGIN is a public address: anyone could sign in as a demo member");
    if (isPublic && !APP_ORIGIN.startsWith("https:")) refuse("APP_ORIGIN", "must begin with https:// unless it is this machine");
    if (SMTP_URL && !MAIL_FROM) refuse("MAIL_FROM", "must be set when SMTP_URL is");
  });

export type Environment = z.output<typeof environment>;

const roleNames = [
  ["APP_DATABASE_URL", "hereward_app", "HEREWARD_APP_PASSWORD"],
  ["AUTH_DATABASE_URL", "hereward_auth", "HEREWARD_AUTH_PASSWORD"],
  ["JOBS_DATABASE_URL", "hereward_jobs", "HEREWARD_JOBS_PASSWORD"],
] as const;

/** Fills in the roles' addresses from the owner's address and their passwords, where they are not given themselves. */
function withRoleAddresses(source: Source): Source {
  const filled: Record<string, string | undefined> = {};
  // An empty value in a settings file means "not set".
  for (const [name, value] of Object.entries(source)) filled[name] = value === "" ? undefined : value;
  for (const [name, role, passwordName] of roleNames) {
    const password = filled[passwordName];
    if (filled[name] || !filled.DATABASE_URL || !password) continue;
    const address = new URL(filled.DATABASE_URL);
    address.username = role;
    address.password = encodeURIComponent(password);
    filled[name] = address.toString();
  }
  return filled;
}

/** Names every setting that is missing or wrong, in words for whoever starts the process. */
export class WrongSettings extends Error {}

/** Reads settings and says in words everything that is wrong with them. Throws WrongSettings. */
export function readEnvironment(source: Source): Environment {
  const filled = withRoleAddresses(source);
  const result = environment.safeParse(filled);
  if (result.success) return result.data;
  const lines = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const name = String(path[0]);
    if (!lines.has(name)) lines.set(name, filled[name] === undefined ? `${name} is missing` : `${name} ${message}`);
  }
  throw new WrongSettings(`Hereward cannot start with these settings:\n  ${[...lines.values()].join("\n  ")}\n.env.example explains each of them.`);
}

let parsed: Environment | undefined;

/** This process's settings, read once when first asked for, so that building needs none. */
export function env(): Environment {
  return (parsed ??= readEnvironment(process.env));
}
