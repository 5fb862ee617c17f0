"use client";

import { useEffect, useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { SkipLink } from "../ui/visually-hidden";
import { BottomNav } from "./navigation/bottom-nav";
import { CommandPalette, type PaletteItem } from "./navigation/command-palette";
import { KeyboardShortcuts } from "./keys/keyboard-shortcuts";
import { KeysDialog } from "./keys/keys-dialog";
import { LockScreen } from "./session/lock-screen";
import { goLetters, type NavItem } from "./navigation/nav-items";
import { paths } from "./paths";
import { QueryProvider } from "./query-provider";
import { SaidHere } from "./said-here";
import { ask, expectMember } from "./send";
import { SideNav, type ShellActor } from "./navigation/side-nav";
import { SignInAgain } from "./session/sign-in-again";
import { StepUpDialog } from "./session/step-up-dialog";
import { PhoneBar, TopBar } from "./navigation/top-bar";
import { useBadgedNav } from "./navigation/use-badges";

type ShellFrameProps = {
  actor: ShellActor;
  nav: readonly NavItem[];
  current?: string;
  commands?: readonly PaletteItem[];
  serverNow: string;
  children: ReactNode;
};

const find = (term: string, signal: AbortSignal) => ask<PaletteItem[]>(paths.find, { term }, { signal });

function keysFor(item: NavItem): string | undefined {
  if (item.key === "new-report") return "n";
  const letter = Object.keys(goLetters).find((each) => goLetters[each] === item.key);
  return letter ? `g ${letter}` : undefined;
}

export function ShellFrame({ actor, nav: plainNav, current, commands, serverNow, children }: ShellFrameProps) {
  const { nav, notices } = useBadgedNav(plainNav);
  useEffect(() => expectMember(actor.memberId), [actor.memberId]);
  const allCommands = useMemo(
    () => [...nav.map((item) => ({ id: item.key, label: item.label, href: item.href, keys: keysFor(item) })), ...(commands ?? [])],
    [nav, commands],
  );
  return (
    <I18nProvider locale="en-GB">
      <QueryProvider>
        <LockScreen name={actor.name}>
          <SkipLink />
          <div className="flex min-h-dvh">
            <SideNav actor={actor} nav={nav} current={current} />
            <div className="min-w-0 flex-1 pb-20 has-data-own-foot:pb-0 lg:pb-0 print:pb-0">
              <TopBar serverNow={serverNow} notices={notices} />
              <PhoneBar notices={notices} />
              <SaidHere />
              <main id="main" tabIndex={-1}>
                {children}
              </main>
            </div>
          </div>
          <BottomNav actor={actor} nav={nav} current={current} />
        </LockScreen>
        <KeyboardShortcuts nav={nav} />
        <KeysDialog nav={nav} />
        <CommandPalette commands={allCommands} find={find} />
        <SignInAgain name={actor.name} />
        <StepUpDialog />
      </QueryProvider>
    </I18nProvider>
  );
}
