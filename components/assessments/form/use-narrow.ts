"use client";

import { useSyncExternalStore } from "react";

const narrow = "(width <= 640px)";

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(narrow);
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

/** Whether the screen is so narrow that one question at a time is kinder. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches, () => false);
}
