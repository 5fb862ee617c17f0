"use client";

import { useEffect, useRef, useState } from "react";

export type Finding<Found> = { state: "idle" | "searching" | "found" | "failed"; found: Found[] };

const PAUSE = 200;

/** Asks for matches once typing pauses, and drops answers that come too late. Words that are null or too short ask nothing. */
export function useFinder<Found>(find: (words: string, signal: AbortSignal) => Promise<Found[]>, words: string | null, minLength = 2): Finding<Found> {
  const [finding, setFinding] = useState<Finding<Found>>({ state: "idle", found: [] });
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  }, [find]);
  const asked = words?.trim() ?? "";
  const isAsking = asked.length >= minLength;
  useEffect(() => {
    if (!isAsking) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setFinding((before) => ({ ...before, state: "searching" }));
      latest.current(asked, abort.signal).then(
        (found) => abort.signal.aborted || setFinding({ state: "found", found }),
        () => abort.signal.aborted || setFinding({ state: "failed", found: [] }),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, isAsking]);
  return isAsking ? finding : { state: "idle", found: [] };
}
