"use client";

import { useCallback, useEffect, useRef, useState, type FocusEvent } from "react";
import { sectionTitles } from "./sections";

/** Where answering a part begins: its first control, or of a group of radios the chosen one. */
function firstControl(at: number): HTMLElement | null {
  const first = document.querySelector<HTMLElement>(`[data-section="${at}"]`)?.querySelector<HTMLElement>("input, textarea, select, button");
  const isRadio = first instanceof HTMLInputElement && first.type === "radio";
  return (isRadio ? first.closest("fieldset")?.querySelector<HTMLElement>("input:checked") : null) ?? first ?? null;
}

/** Which part is in hand and which are folded: one folds when the focus goes to another and it has what it needs. Alt and a number leads to each. */
export function useFolds(isDone: (at: number) => boolean, wrong: readonly number[]) {
  const [current, setCurrent] = useState(1);
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(sectionTitles.map((_, index) => index + 1).filter(isDone)));
  const [wanted, setWanted] = useState<{ at: number } | null>(null);
  const isPressed = useRef(false);

  const enter = useCallback((at: number) => {
    setCurrent((before) => {
      if (before !== at) setLeft((parts) => new Set(parts).add(before));
      return at;
    });
  }, []);
  const goTo = useCallback((at: number) => {
    enter(at);
    setWanted({ at });
  }, [enter]);

  useEffect(() => {
    if (wanted === null) return;
    const control = firstControl(wanted.at);
    control?.focus();
    control?.closest("[data-section]")?.scrollIntoView({ block: "nearest" });
  }, [wanted]);

  useEffect(() => {
    // What is under a finger must not move before the finger is up.
    const press = () => (isPressed.current = true);
    const release = () => setTimeout(() => (isPressed.current = false), 0);
    const jump = (event: KeyboardEvent) => {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (!digit || !event.altKey || event.ctrlKey || event.metaKey || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      goTo(Number(digit));
    };
    window.addEventListener("pointerdown", press, true);
    window.addEventListener("pointerup", release, true);
    window.addEventListener("pointercancel", release, true);
    window.addEventListener("keydown", jump);
    return () => {
      window.removeEventListener("pointerdown", press, true);
      window.removeEventListener("pointerup", release, true);
      window.removeEventListener("pointercancel", release, true);
      window.removeEventListener("keydown", jump);
    };
  }, [goTo]);

  function onFocus(event: FocusEvent) {
    const at = Number((event.target as HTMLElement).closest<HTMLElement>("[data-section]")?.dataset.section);
    if (!at || at === current) return;
    if (!isPressed.current) return enter(at);
    window.addEventListener("click", () => setTimeout(() => enter(at), 0), { once: true, capture: true });
  }

  const isFolded = (at: number) => at !== current && left.has(at) && isDone(at) && !wrong.includes(at);
  return { current, isFolded, goTo, onFocus };
}
