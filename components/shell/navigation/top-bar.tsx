"use client";

import { Button } from "../../ui/button";
import { BellIcon, MoreIcon, LockIcon, SearchIcon } from "../../ui/icons";
import { KeyHint } from "../../ui/key-hint";
import { LinkButton, PlainLink } from "../../ui/link";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { lockNow } from "../session/lock-state";
import { LondonTime } from "./london-time";
import { showOverlay } from "./overlay-state";
import { paths } from "../paths";
import { SessionMenu } from "../session/session-menu";

/** Across the top of a desk screen: search, the time, the keys, and the ways out. */
export function TopBar({ serverNow, notices }: { serverNow: string; notices: number }) {
  return (
    <header className="sticky top-0 z-30 hidden items-center justify-between gap-4 border-b border-line bg-surface px-gutter py-2.5 lg:flex print:hidden">
      <button
        type="button"
        onClick={() => showOverlay("palette")}
        className="flex min-h-9.5 w-full max-w-98 items-center justify-between gap-3 rounded-control border border-line bg-page px-3 text-start text-note text-ink-soft hover:border-line-strong"
      >
        <span className="truncate">Search people, places and cases</span>
        <KeyHint>/</KeyHint>
      </button>
      <div className="flex shrink-0 items-center gap-2.5">
        <LondonTime serverNow={serverNow} />
        <LinkButton href={paths.notices} size="small">
          <BellIcon />
          Notices
          {notices ? <NoticeCount count={notices} /> : null}
        </LinkButton>
        <Button size="small" onClick={() => showOverlay("keys")} keys="?">
          Keys
        </Button>
        <Button size="small" onClick={() => void lockNow()}>
          Lock
        </Button>
        <SessionMenu />
      </div>
    </header>
  );
}

function NoticeCount({ count }: { count: number }) {
  return (
    <span className="min-w-5 rounded-full bg-act px-1 text-center text-small text-on-act tabular-nums forced-colors:border">
      {count}
      <VisuallyHidden> unread</VisuallyHidden>
    </span>
  );
}

const phoneButton = "grid size-11 place-items-center rounded-control text-nav-ink hover:bg-nav-raised";

/** Across the top of a phone: where home is, search, and lock. */
export function PhoneBar({ notices }: { notices: number }) {
  return (
    <header className="sticky top-0 z-30 flex items-center justify-between bg-nav ps-card pe-1 pt-[env(safe-area-inset-top)] lg:hidden print:hidden">
      <PlainLink href={paths.home} className="py-3 text-lead font-bold text-nav-ink">
        Hereward
      </PlainLink>
      <div className="flex">
        <button type="button" className={phoneButton} onClick={() => showOverlay("palette")}>
          <SearchIcon className="size-5" />
          <VisuallyHidden>Search</VisuallyHidden>
        </button>
        <PlainLink href={paths.notices} className={`${phoneButton} relative`}>
          <BellIcon className="size-5" />
          <VisuallyHidden>Notices</VisuallyHidden>
          {notices ? (
            <span className="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-nav-current px-1 text-center text-small font-semibold text-on-nav-current tabular-nums forced-colors:border">
              {notices}
              <VisuallyHidden> unread</VisuallyHidden>
            </span>
          ) : null}
        </PlainLink>
        <button type="button" className={phoneButton} onClick={() => void lockNow()}>
          <LockIcon className="size-5" />
          <VisuallyHidden>Lock</VisuallyHidden>
        </button>
        <button type="button" className={phoneButton} onClick={() => showOverlay("more")}>
          <MoreIcon className="size-5" />
          <VisuallyHidden>Menu</VisuallyHidden>
        </button>
      </div>
    </header>
  );
}
