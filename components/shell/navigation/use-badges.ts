"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { onForget } from "../forget";
import { ask } from "../send";
import type { NavItem } from "./nav-items";

/** How much waits, by the key of the menu item it stands beside; `notices` for the bell. */
export type Badges = Record<string, number>;

const every = 60_000;
/** A page that follows another at once keeps the figures of the one before. */
const fresh = 10_000;
const none: Badges = {};

let current: Badges = none;
let isAsking = false;
let askedAt = 0;
const listeners = new Set<() => void>();

function put(badges: Badges) {
  current = badges;
  for (const listener of listeners) listener();
}

async function fetchBadges(isDue = true) {
  if (isAsking || document.hidden || (!isDue && Date.now() - askedAt < fresh)) return;
  isAsking = true;
  askedAt = Date.now();
  try {
    const found = await ask<{ myDay: number; reports: number; actions: number; notices: number }>("/api/me/badges", {}, { background: true });
    put({ "my-day": found.myDay, reports: found.reports, actions: found.actions, notices: found.notices });
  } catch {
    // A figure beside a menu: the last one stands until the next answer.
  } finally {
    isAsking = false;
  }
}

/** Asks again now, after something was answered. */
export function refreshBadges() {
  void fetchBadges();
}

/** How much waits for the member, asked for every minute without counting as activity. */
export function useBadges(): Badges {
  useEffect(() => {
    void fetchBadges(false);
    const timer = setInterval(() => void fetchBadges(), every);
    const seen = () => void fetchBadges();
    document.addEventListener("visibilitychange", seen);
    const forget = onForget(() => {
      askedAt = 0;
      put(none);
    });
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      forget();
    };
  }, []);
  return useSyncExternalStore(subscribe, () => current, () => none);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The menu with its figures. */
export function useBadgedNav(nav: readonly NavItem[]): { nav: readonly NavItem[]; notices: number } {
  const badges = useBadges();
  const badged = useMemo(() => nav.map((item) => (badges[item.key] ? { ...item, badge: badges[item.key] } : item)), [nav, badges]);
  return { nav: badged, notices: badges.notices ?? 0 };
}
