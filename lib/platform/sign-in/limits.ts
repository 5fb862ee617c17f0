import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../env";
import { authPool } from "./pool";

/** Attempts in five minutes before the next must wait. A delay, never a lock. */
export const attemptLimits = { device: 10, pair: 10, account: 30, address: 200, challenge: 600 } as const;
const seconds = 300;

type Kind = keyof typeof attemptLimits;
type Limiters = Record<Kind, RateLimiterPostgres>;

const held = globalThis as unknown as { heLimiters?: Limiters };

// Each keeps a timer that sweeps its rows for as long as the process runs, so they are made once.
function limiters(): Limiters {
  return (held.heLimiters ??= Object.fromEntries(
    Object.entries(attemptLimits).map(([keyPrefix, points]) => [keyPrefix, new RateLimiterPostgres({ storeClient: authPool(), tableName: "RateLimit", tableCreated: true, duration: seconds, keyPrefix, points })]),
  ) as Limiters);
}

/** Whose attempt it is. A device is given only where that account has signed in on it before. */
export type Attempt = { account: string; address: string; device?: Buffer | null | undefined };

/** The keys that an attempt spends from. People paste passwords into the wrong field, so no key holds what was typed. */
export function limitKeys({ account, address, device }: Attempt): Partial<Record<Kind, string>> {
  const mark = createHmac("sha256", env().AUTH_SECRET).update("limit\0").update(account).digest("base64url");
  if (device) return { device: `${mark}:${device.toString("base64url")}` };
  return { pair: `${mark}:${address}`, account: mark, address };
}

/**
 * Spends one attempt; null when it must wait. On a device that the account knows only that pair counts, so that nobody's
 * guesses elsewhere hold it up; anywhere else the account at that address, the account and the address each count.
 * Throws when the limits cannot be asked: then nobody is let in.
 */
export async function spendAttempt(attempt: Attempt): Promise<{ succeeded: () => Promise<void> } | null> {
  const keys = Object.entries(limitKeys(attempt)) as [Kind, string][];
  for (const [kind, key] of keys) if (!(await consumed(kind, key))) return null;
  return {
    // What it spent is given back; guesses that others made of the account stay counted.
    succeeded: async () => {
      for (const [kind, key] of keys) await (kind === "pair" || kind === "device" ? limiters()[kind].delete(key) : limiters()[kind].reward(key));
    },
  };
}

/** Spends one of an address's challenges for passkeys; false when it must wait. */
export function spendChallenge(address: string): Promise<boolean> {
  return consumed("challenge", address);
}

async function consumed(kind: Kind, key: string): Promise<boolean> {
  try {
    await limiters()[kind].consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
