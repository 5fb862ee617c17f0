export type Overlay = "palette" | "keys" | "more" | null;

let shown: Overlay = null;
const listeners = new Set<() => void>();

export function showOverlay(overlay: Overlay) {
  shown = overlay;
  for (const listener of listeners) listener();
}

export const shownOverlay = () => shown;
export const noOverlay = (): Overlay => null;

export function subscribeToOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
