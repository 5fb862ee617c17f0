"use client";

import { useEffect, useRef, useState } from "react";
import type { LogPage } from "@/lib/cases/log/schema";
import { onForget } from "../../shell/forget";
import { readLog } from "./read-log";

/** "live": pushed within a second. "asking": asked for every few seconds, where a stream does not get through. "ended": signed out, or no longer shared. */
export type LiveStatus = "connecting" | "live" | "asking" | "ended";

const patienceMs = 4_000;
const silentMs = 40_000;
const reopenMs = 30_000;

type Live = { caseId: string; cursor: { current: string }; take: (page: LogPage) => void };

/** Follows a case's log: by a stream that says it is there every quarter of a minute, and by asking while it does not. */
export function useLive({ caseId, cursor, take }: Live): { status: LiveStatus; askNow: () => void } {
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const takeNow = useRef(take);
  const askNow = useRef(() => {});
  useEffect(() => {
    takeNow.current = take;
  }, [take]);
  useEffect(() => {
    const follower = follow(caseId, cursor, (page) => takeNow.current(page), setStatus);
    askNow.current = follower.ask;
    const forget = onForget(follower.stop);
    return () => {
      forget();
      follower.stop();
    };
  }, [caseId, cursor]);
  return { status, askNow: () => askNow.current() };
}

function follow(caseId: string, cursor: { current: string }, take: (page: LogPage) => void, say: (status: LiveStatus) => void) {
  let source: EventSource | null = null;
  let openedAt = 0;
  let heardAt = 0;
  let asking = false;
  let isOver = false;

  function stop() {
    isOver = true;
    source?.close();
    clearInterval(watch);
    document.removeEventListener("visibilitychange", whenSeen);
  }
  function end() {
    stop();
    say("ended");
  }
  function heard() {
    heardAt = Date.now();
    say("live");
  }
  function open() {
    source?.close();
    openedAt = Date.now();
    source = new EventSource(`/api/cases/${caseId}/stream?after=${cursor.current}`);
    // The connection's own "open" is no sign of life: a proxy may pass the headers and hold back what follows.
    source.addEventListener("open", (event) => event instanceof MessageEvent && heard());
    source.addEventListener("beat", heard);
    source.addEventListener("change", (event) => {
      heard();
      take(JSON.parse(event.data as string) as LogPage);
    });
    source.addEventListener("ended", orGoOn);
    source.onerror = () => {
      heardAt = 0;
      source?.close();
    };
  }
  async function ask() {
    if (asking || isOver) return;
    asking = true;
    const answer = await readLog(caseId, { after: cursor.current }, true);
    asking = false;
    if (isOver) return;
    if ("ended" in answer) end();
    else if ("page" in answer) take(answer.page);
  }
  // A session that went on under a new id ends its streams: whoever may still ask follows again.
  async function orGoOn() {
    source?.close();
    heardAt = 0;
    await ask();
    if (!isOver) open();
  }
  // A browser holds few connections to one place: tabs nobody looks at give theirs back.
  function whenSeen() {
    if (document.visibilityState === "hidden") {
      heardAt = 0;
      return source?.close();
    }
    open();
    void ask();
  }
  function look() {
    if (document.visibilityState === "hidden" || Date.now() - heardAt < silentMs) return;
    say("asking");
    void ask();
    if (Date.now() - openedAt > reopenMs) open();
  }
  const watch = setInterval(look, patienceMs);
  document.addEventListener("visibilitychange", whenSeen);
  open();
  return { stop, ask: () => void ask() };
}
