"use client";

import { useEffect, useRef, useState } from "react";
import type { OpenedLink } from "@/lib/platform/sign-in/joining/links";
import { Card } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { WarningStrip } from "../ui/signal/notice";
import { JoinForm } from "./join-form";
import { post } from "./post";

type Opened = { state: "opening" } | { state: "open"; secret: string; link: OpenedLink } | { state: "closed"; words: string };

const titles: Record<OpenedLink["mode"], string> = { "set-up": "Set up your sign-in", password: "Set a new password", known: "Take up your post" };

/** What a link leads to. Its secret stands after the #, which no server is sent, and leaves the address at once. */
export function JoinPage() {
  const [opened, setOpened] = useState<Opened>({ state: "opening" });
  const isBegun = useRef(false);
  useEffect(() => {
    // Another link opened in the same tab changes nothing but what stands after the #.
    const onAnother = () => location.hash && location.reload();
    addEventListener("hashchange", onAnother);
    return () => removeEventListener("hashchange", onAnother);
  }, []);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    const secret = location.hash.slice(1);
    if (!secret) return void queueMicrotask(() => setOpened({ state: "closed", words: "Open the whole link, as it stands in your mail." }));
    history.replaceState(null, "", location.pathname);
    void post<OpenedLink>("/api/join/open", { secret }).then((sent) => setOpened(sent.ok ? { state: "open", secret, link: sent.data } : { state: "closed", words: sent.error.message }));
  }, []);
  return (
    <main id="main" className="mx-auto grid max-w-180 gap-stack px-card py-8">
      <header className="grid gap-1">
        <p className="text-ink-soft">Hereward</p>
        <h1 className="text-title">{opened.state === "open" ? titles[opened.link.mode] : "Your way in"}</h1>
      </header>
      {opened.state === "opening" ? <p role="status" className="text-ink-soft">Opening your link…</p> : null}
      {opened.state === "closed" ? <WarningStrip role="alert" title={opened.words}><TextLink href="/sign-in">Sign in</TextLink></WarningStrip> : null}
      {opened.state === "open" ? <Card><JoinForm secret={opened.secret} link={opened.link} /></Card> : null}
    </main>
  );
}
