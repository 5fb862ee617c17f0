export const LOCK_AFTER = 15 * 60_000;
export const WARN_AFTER = 13 * 60_000;
/** How often work in the browser is made known to the server, which counts from its own last request. */
export const TELL_SERVER_EVERY = 4 * 60_000;

export type IdleState = { state: "active" } | { state: "warning"; secondsLeft: number } | { state: "over" };

/** Where an idle browser stands. Reads clocks, not timers: a laptop that slept for an hour wakes locked. */
export function idleState(lastActiveAt: number, now: number): IdleState {
  const idle = now - lastActiveAt;
  if (idle >= LOCK_AFTER) return { state: "over" };
  if (idle >= WARN_AFTER) return { state: "warning", secondsLeft: Math.ceil((LOCK_AFTER - idle) / 1000) };
  return { state: "active" };
}

/** The time left, told in steps so that a screen reader is not interrupted each second. */
export function leftWords(secondsLeft: number): string {
  if (secondsLeft > 90) return "2 minutes";
  if (secondsLeft > 45) return "1 minute";
  return secondsLeft > 15 ? "30 seconds" : "a few seconds";
}
