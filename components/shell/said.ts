import type { NextStep } from "../ui/layout/said-next";

export type Said = { title: string; steps?: readonly NextStep[]; action?: { label: string; href: string } };

let current: Said | null = null;
const listeners = new Set<() => void>();

/** Tells the person what was done. With steps it stands until it is closed, also on the page that follows; without, it passes. */
export function say(said: Said | null) {
  current = said;
  for (const listener of listeners) listener();
}

export const lastSaid = () => current;
export const nothingSaid = (): Said | null => null;

export function subscribeToSaid(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
