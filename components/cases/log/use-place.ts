"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

type Place = { id: string; top: number };

/** Keeps what is being read where it is on the screen when something is put in above it. Call `hold` before the change that alters `changed`. */
export function usePlace(changed: unknown): () => void {
  const held = useRef<Place | null>(null);
  const hold = useCallback(() => {
    // Only rows with something hidden above them: at the top of the log, a new entry should come into view.
    const rows = [...document.querySelectorAll<HTMLElement>("main [data-log] [data-row]")];
    const first = rows.find((row) => row.getBoundingClientRect().bottom > 0);
    held.current = first && first !== rows[0] ? { id: first.id, top: first.getBoundingClientRect().top } : null;
  }, []);
  useLayoutEffect(() => {
    const place = held.current;
    held.current = null;
    const row = place && document.getElementById(place.id);
    if (row) window.scrollBy({ top: row.getBoundingClientRect().top - place.top, behavior: "instant" });
  }, [changed]);
  return hold;
}
