"use client";

import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { classNames } from "../../ui/class-names";
import { Dialog } from "../../ui/dialog";
import { PlainLink } from "../../ui/link";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { currentKey, phoneItems, type NavItem } from "./nav-items";
import { noOverlay, showOverlay, shownOverlay, subscribeToOverlay } from "./overlay-state";
import { SessionMenu } from "../session/session-menu";
import type { ShellActor } from "./side-nav";

const tab = "flex min-h-14 w-full flex-col items-center justify-center px-0.5 text-center text-small leading-tight font-semibold";

function BarLink({ item, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  if (item.key === "new-report") {
    return (
      <PlainLink href={item.href} aria-current={isCurrent ? "page" : undefined} className={tab}>
        <span className="rounded-control bg-begin px-2 py-2.5 text-on-begin forced-colors:border">{item.label}</span>
      </PlainLink>
    );
  }
  return (
    <PlainLink href={item.href} aria-current={isCurrent ? "page" : undefined} className={classNames(tab, "border-t-3", isCurrent ? "border-link text-link" : "border-transparent text-ink-soft")}>
      <span>
        {item.label}
        {item.badge ? (
          <span className="tabular-nums">
            {" "}
            {item.badge}
            <VisuallyHidden> waiting</VisuallyHidden>
          </span>
        ) : null}
      </span>
    </PlainLink>
  );
}

type BottomNavProps = { actor: ShellActor; nav: readonly NavItem[]; current?: string };

/** The way around at the foot of a phone: four places under the thumb, and the rest under More. Gives way to a page's own foot, marked data-own-foot. */
export function BottomNav({ actor, nav, current }: BottomNavProps) {
  const path = usePathname();
  const overlay = useSyncExternalStore(subscribeToOverlay, shownOverlay, noOverlay);
  const here = current ?? currentKey(nav, path);
  const { bar, more } = phoneItems(nav);
  const close = () => showOverlay(null);
  return (
    <nav aria-label="Main" className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] in-[:root:has([data-own-foot])]:hidden lg:hidden print:hidden">
      <ul className="flex">
        {bar.map((item) => (
          <li key={item.key} className="flex-1">
            <BarLink item={item} isCurrent={here === item.key} />
          </li>
        ))}
        <li className="flex-1">
          <button type="button" aria-haspopup="dialog" onClick={() => showOverlay("more")} className={classNames(tab, "border-t-3 border-transparent text-ink-soft")}>
            More
          </button>
        </li>
      </ul>
      <Dialog isOpen={overlay === "more"} onClose={close} title="More">
        <ul className="divide-y divide-line">
          {more.map((item) => (
            <li key={item.key}>
              <PlainLink href={item.href} onClick={close} aria-current={here === item.key ? "page" : undefined} className="flex min-h-12 items-center justify-between font-semibold text-link">
                {item.label}
                {item.badge ? <span className="text-note text-ink-soft tabular-nums">{item.badge} waiting</span> : null}
              </PlainLink>
            </li>
          ))}
        </ul>
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
          <p className="text-note text-ink-soft">
            <strong className="block text-ink">{actor.name}</strong>
            {actor.title} · {actor.agencyName}
          </p>
          <SessionMenu />
        </div>
      </Dialog>
    </nav>
  );
}
