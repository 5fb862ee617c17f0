import type { Problem } from "./problem";

/** A random UUID, also on plain http in a meeting room, where the browser's own is switched off. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * One idempotency key for all attempts to send the same thing while nobody knows whether it arrived.
 * A changed body, or a clear answer, starts a new one.
 */
export function attemptKeys(makeKey: () => string = newKey) {
  let open: { sent: string; key: string } | null = null;
  return {
    keyFor(body: unknown): string {
      const sent = JSON.stringify(body) ?? "";
      if (open?.sent !== sent) open = { sent, key: makeKey() };
      return open.key;
    },
    answered(problem: Problem | null) {
      const isUnknown = problem?.error === "Unexpected" || problem?.error === "Busy" || problem?.error === "Unauthenticated";
      if (!isUnknown) open = null;
    },
  };
}
