/* Some people dictate, and some hands shake: single keys that act must be able to be switched off (WCAG 2.1.4). */

const NAME = "hereward-single-keys";
const listeners = new Set<() => void>();

export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
}

export const areSingleKeysOnAtFirst = () => true;

export function setSingleKeys(on: boolean) {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    // Storage may be switched off by the agency; then the choice lasts until nothing remembers it.
  }
  for (const listener of listeners) listener();
}

export function subscribeToSingleKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
