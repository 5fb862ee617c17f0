"use client";

import { useEffect, useSyncExternalStore } from "react";
import { shortDay, timeOfDay } from "@/lib/format/dates";
import { setServerTime, subscribeToTicks, tickedNow } from "../../ui/signal/ticker";

const noNow = () => null;

/** The date and time in London by the server's clock, and the setting-right of every other clock on the page. */
export function LondonTime({ serverNow }: { serverNow: string }) {
  useEffect(() => setServerTime(serverNow), [serverNow]);
  const ticked = useSyncExternalStore(subscribeToTicks, tickedNow, noNow);
  const now = ticked ? new Date(ticked) : new Date(serverNow);
  return (
    <time dateTime={serverNow} className="text-note text-ink-soft tabular-nums">
      {shortDay(now, now)}, {timeOfDay(now)}
    </time>
  );
}
