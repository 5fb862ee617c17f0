import { z } from "zod";

/** Where somebody is signed in. What the browser is, not where it was. */
export const sessionView = z.object({
  sessionId: z.string(),
  device: z.string(),
  isThis: z.boolean(),
  isLocked: z.boolean(),
  sinceWords: z.string(),
  lastWords: z.string(),
});

export const passkeyView = z.object({ passkeyId: z.string(), name: z.string(), sinceWords: z.string(), lastWords: z.string() });

/** What a member sees of how they sign in, and where they are signed in. */
export const accountView = z.object({
  now: z.string(),
  name: z.string(),
  sessions: z.array(sessionView),
  passkeys: z.array(passkeyView),
  /** Whether passkeys can be had at this address at all. */
  passkeysWork: z.boolean(),
  recoveryLeft: z.number(),
  passwordWords: z.string(),
  /** Null where they have no authenticator app. */
  authenticatorWords: z.string().nullable(),
});
export type AccountView = z.infer<typeof accountView>;

/** What the database tells of how a user signs in. */
export const factorsRow = z.object({
  passwordSetAt: z.coerce.date(),
  totpSetAt: z.coerce.date().nullable(),
  recoveryLeft: z.number(),
  passkeys: z.array(z.object({ passkeyId: z.string(), name: z.string(), createdAt: z.coerce.date(), lastUsedAt: z.coerce.date().nullable() })),
});
