"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { idleState, TELL_SERVER_EVERY, type IdleState } from "./idle-watch";
import { lockNow } from "./lock-state";
import { paths } from "../paths";
import { send } from "../send";
import { listenToOtherTabs, tellOtherTabs } from "./session-channel";

const signs = ["keydown", "pointerdown", "wheel", "touchmove"] as const;
const LOOK_EVERY = 5_000;
const TELL_TABS_EVERY = 10_000;

/** Watches for somebody being there, in this tab or another, and locks when there is nobody. */
export function useIdleLock() {
  const [idle, setIdle] = useState<IdleState>({ state: "active" });
  const isWarned = useRef(false);
  const seen = useRef({ here: 0, toldTabs: 0, toldServer: 0 });

  const stay = useCallback(() => {
    const now = Date.now();
    seen.current.here = now;
    isWarned.current = false;
    setIdle((before) => (before.state === "active" ? before : { state: "active" }));
    if (now - seen.current.toldTabs > TELL_TABS_EVERY) {
      seen.current.toldTabs = now;
      tellOtherTabs("active");
    }
    if (now - seen.current.toldServer > TELL_SERVER_EVERY) {
      seen.current.toldServer = now;
      void send("POST", paths.stillHere, {}, { quiet: true });
    }
  }, []);

  useEffect(() => {
    const start = Date.now();
    seen.current = { here: start, toldTabs: start, toldServer: start };
    // Once the warning stands, only its button counts: a knocked mouse must not keep a page of somebody's life open.
    const notice = () => isWarned.current || stay();
    const look = () => {
      const next = idleState(seen.current.here, Date.now());
      if (next.state === "over") return void lockNow();
      isWarned.current = next.state === "warning";
      if (next.state === "warning") setIdle(next);
    };
    const timer = setInterval(look, LOOK_EVERY);
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    const deaf = listenToOtherTabs((news) => {
      if (news === "locked" || news === "signed-out") return void lockNow({ tellOthers: false });
      if (news !== "active") return;
      seen.current.here = Date.now();
      isWarned.current = false;
      setIdle({ state: "active" });
    });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, notice, { capture: true });
      document.removeEventListener("visibilitychange", look);
      deaf();
    };
  }, [stay]);
  return { idle, stay };
}
