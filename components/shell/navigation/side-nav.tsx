"use client";

import { usePathname } from "next/navigation";
import { classNames } from "../../ui/class-names";
import { PlainLink, LinkButton } from "../../ui/link";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { currentKey, type NavItem } from "./nav-items";

export type ShellActor = {
  /** Sent with every change, so that the server can refuse a form filled in by whoever sat here before. */
  memberId?: string;
  name: string;
  title: string;
  agencyName: string;
  areas?: string;
};

function Badge({ count, isCurrent }: { count: number; isCurrent: boolean }) {
  return (
    <span
      className={classNames(
        "min-w-6 rounded-full px-1.5 text-center text-small font-semibold tabular-nums forced-colors:border",
        isCurrent ? "bg-on-nav-current/12 text-on-nav-current" : "bg-nav-raised text-nav-ink",
      )}
    >
      {count}
      <VisuallyHidden> waiting</VisuallyHidden>
    </span>
  );
}

function NavLink({ item, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  return (
    <PlainLink
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames(
        "flex min-h-9.5 items-center justify-between gap-2 rounded-control px-2.5 font-semibold forced-colors:aria-[current]:border-4",
        isCurrent ? "bg-nav-current text-on-nav-current" : "text-nav-soft hover:bg-nav-raised hover:text-nav-ink",
      )}
    >
      {item.label}
      {item.badge ? <Badge count={item.badge} isCurrent={isCurrent} /> : null}
    </PlainLink>
  );
}

function Member({ actor }: { actor: ShellActor }) {
  return (
    <div className="mt-auto border-t border-nav-line px-2.5 pt-3 text-note text-nav-soft">
      <p className="font-semibold text-nav-ink">{actor.name}</p>
      <p>
        {actor.title} · {actor.agencyName}
      </p>
      {actor.areas ? <p>{actor.areas}</p> : null}
    </div>
  );
}

/** The way around, down the left of a desk screen. */
export function SideNav({ actor, nav, current }: { actor: ShellActor; nav: readonly NavItem[]; current?: string }) {
  const path = usePathname();
  const here = current ?? currentKey(nav, path);
  const begin = nav.find((item) => item.key === "new-report");
  return (
    <nav aria-label="Main" className="hidden w-nav shrink-0 bg-nav lg:block print:hidden">
      <div className="sticky top-0 flex h-dvh flex-col gap-3 overflow-y-auto px-3 py-5">
        <p className="px-2.5 pb-1 text-lead font-bold text-nav-ink">Hereward</p>
        {begin ? (
          <LinkButton href={begin.href} look="start" size="large" keys="n" className="w-full" aria-current={here === begin.key ? "page" : undefined}>
            {begin.label}
          </LinkButton>
        ) : null}
        <ul className="grid gap-0.5">
          {nav
            .filter((item) => item.key !== "new-report")
            .map((item) => (
              <li key={item.key}>
                <NavLink item={item} isCurrent={here === item.key} />
              </li>
            ))}
        </ul>
        <Member actor={actor} />
      </div>
    </nav>
  );
}
