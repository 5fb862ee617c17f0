"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { areSingleKeysOn } from "./key-preference";
import { isCommandKey, isPaletteKey } from "./keys";
import { goLetters, type NavItem } from "../navigation/nav-items";
import { showOverlay } from "../navigation/overlay-state";
import { moveAlongRows, openRow, pressByKey } from "./rows";

const GO_WITHIN = 1_500;

function search() {
  const field = document.querySelector<HTMLElement>("main [data-search]");
  if (field) field.focus();
  else showOverlay("palette");
}

/** The keys that work everywhere, and never while somebody is typing. */
export function KeyboardShortcuts({ nav }: { nav: readonly NavItem[] }) {
  const router = useRouter();
  useEffect(() => {
    let goUntil = 0;
    const goTo = (key: string | undefined) => {
      const item = nav.find((each) => each.key === key);
      if (item) router.push(item.href as Route);
      return Boolean(item);
    };
    const act = (key: string): boolean => {
      if (goUntil > Date.now()) {
        goUntil = 0;
        return goTo(goLetters[key]);
      }
      if (key === "g") return (goUntil = Date.now() + GO_WITHIN) > 0;
      if (key === "j" || key === "k") return (moveAlongRows(key === "j" ? 1 : -1), true);
      if (key === "/") return (search(), true);
      if (key === "?") return (showOverlay("keys"), true);
      return pressByKey(key) || (key === "n" && goTo("new-report"));
    };
    const press = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        return showOverlay("palette");
      }
      if (event.key === "Enter" && !event.defaultPrevented && openRow()) return event.preventDefault();
      if (areSingleKeysOn() && isCommandKey(event) && act(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [nav, router]);
  return null;
}
