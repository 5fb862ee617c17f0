import type { ReactNode } from "react";
import { SkipLink } from "../ui/visually-hidden";
import type { NavItem } from "./nav-items";
import { QueryProvider } from "./query-provider";
import { SideNav, type ShellActor } from "./side-nav";

type ShellProps = {
  actor: ShellActor;
  nav: readonly NavItem[];
  /** The key of the item to light up. Found from the address when left out. */
  current?: string;
  children: ReactNode;
};

/** What stands around every page behind sign-in. */
export function Shell({ actor, nav, current, children }: ShellProps) {
  return (
    <QueryProvider>
      <SkipLink />
      <div className="flex min-h-dvh">
        <SideNav actor={actor} nav={nav} current={current} />
        <div className="min-w-0 flex-1">
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
    </QueryProvider>
  );
}
