"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { buttonClass } from "../../ui/button";
import { ChevronIcon } from "../../ui/icons";
import { say } from "../said";
import { signOut, switchMember } from "./session-actions";
import { ask, type Sent } from "../send";
import { paths } from "../paths";

type Post = { memberId: string; title: string; agency: string; isCurrent: boolean };

const itemClass = "cursor-pointer rounded-control px-3 py-2 font-semibold outline-none data-focused:bg-act-soft data-focused:text-link touch:min-h-target forced-colors:data-focused:outline-2";

async function orSayWhy(sending: Promise<Sent<unknown>>) {
  const sent = await sending;
  if (!sent.ok) say({ title: sent.error.message });
}

/** How one signs in; leaving, here or on every device at once; and going on in another of one's own posts. */
export function SessionMenu() {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ queryKey: ["posts"], queryFn: ({ signal }) => ask<{ posts: Post[] }>(paths.posts, {}, { signal, background: true }), enabled: isOpen });
  const others = (data?.posts ?? []).filter((post) => !post.isCurrent);
  function choose(key: React.Key) {
    if (key === "account") return router.push(paths.account as Route);
    if (key === "out") return void orSayWhy(signOut(false));
    if (key === "out-everywhere") return void orSayWhy(signOut(true));
    void orSayWhy(switchMember(String(key)));
  }
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={buttonClass("secondary", "small")}>
        You
        <ChevronIcon className="size-3" />
      </AriaButton>
      <Popover placement="bottom end" className="z-40 min-w-60 rounded-card border border-line-strong bg-surface text-ink shadow-raised">
        <Menu aria-label="You" onAction={choose} className="p-1 outline-none">
          <MenuItem id="account" className={itemClass}>
            How you sign in
          </MenuItem>
          <MenuItem id="out" className={itemClass}>
            Sign out
          </MenuItem>
          <MenuItem id="out-everywhere" className={itemClass}>
            Sign out everywhere
          </MenuItem>
          {others.length > 0 ? (
            <MenuSection>
              <Header className="mt-1 border-t border-line px-3 pt-2 pb-1 text-note font-semibold text-ink-soft">Go on as</Header>
              {others.map((post) => (
                <MenuItem key={post.memberId} id={post.memberId} className={itemClass}>
                  {post.title}, {post.agency}
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
