import type { DueItem } from "./schema";

/** How far ahead the day looks: a week, so that nothing due early next week comes as a surprise. */
export const daysAhead = 7;

/** The most that one list shows; a longer one says so. */
export const mostShown = 100;

// At the same moment the call that must be made comes before the thing that must be written.
const order: Record<DueItem["kind"], number> = { call: 0, contact: 1, intake: 2, action: 3, request: 4, referral: 5, review: 6, clock: 7 };

/** By the clock that runs out first. */
export function byTheClock(a: DueItem, b: DueItem): number {
  return a.due.at.localeCompare(b.due.at) || order[a.kind] - order[b.kind] || a.key.localeCompare(b.key);
}
