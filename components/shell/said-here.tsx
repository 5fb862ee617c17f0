"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link";
import { SaidNext } from "../ui/layout/said-next";
import { onForget } from "./forget";
import { lastSaid, nothingSaid, say, subscribeToSaid } from "./said";

const PASSES_AFTER = 8_000;

/** The place where `say()` is heard: above the page when there is more to know, at its foot for a word in passing. */
export function SaidHere() {
  const said = useSyncExternalStore(subscribeToSaid, lastSaid, nothingSaid);
  const [isHeld, setIsHeld] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const passes = said !== null && !said.steps?.length && !said.action;
  useEffect(() => onForget(() => say(null)), []);
  useEffect(() => {
    if (!passes || isHeld) return;
    const timer = setTimeout(() => say(null), PASSES_AFTER);
    return () => clearTimeout(timer);
  }, [passes, isHeld, said]);
  useEffect(() => {
    if (said && !passes) box.current?.scrollIntoView({ block: "nearest" });
  }, [said, passes]);
  const close = () => {
    setIsHeld(false);
    say(null);
  };
  return (
    <>
      <div role="status" ref={box} className="print:hidden">
        {said && !passes ? (
          <div className="px-card pt-card lg:px-gutter">
            <SaidNext
              title={said.title}
              steps={said.steps}
              action={
                <>
                  {said.action ? <LinkButton href={said.action.href}>{said.action.label}</LinkButton> : null}
                  <Button onClick={close}>Close</Button>
                </>
              }
            />
          </div>
        ) : null}
      </div>
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 lg:bottom-6 print:hidden">
        {said && passes ? (
          <div
            className="pointer-events-auto flex items-center gap-3 rounded-card border border-line-strong bg-surface px-4 py-2.5 font-semibold shadow-raised"
            onPointerEnter={() => setIsHeld(true)}
            onPointerLeave={() => setIsHeld(false)}
            onFocus={() => setIsHeld(true)}
            onBlur={() => setIsHeld(false)}
          >
            {said.title}
            <Button look="quiet" size="small" onClick={close}>
              Close
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
