"use client";

import { useEffect, useState } from "react";

function words(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** How long this report has taken so far. */
export function RunningClock({ startedAt }: { startedAt: string }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    // Counted on this computer alone: its clock may not be the server's.
    const began = performance.now();
    const before = Math.max(0, Math.min(Date.now() - new Date(startedAt).getTime(), 3_600_000));
    const tick = () => setSeconds(Math.floor((before + performance.now() - began) / 1000));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [startedAt]);
  return (
    <span aria-hidden="true" className="rounded-tag bg-surface-quiet px-2 py-0.5 text-note font-semibold text-ink-soft tabular-nums">
      {seconds === null ? "0 s" : words(seconds)}
    </span>
  );
}
