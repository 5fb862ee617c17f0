"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, send } from "../shell/send";
import { forgetEverything } from "../shell/forget";
import { QueryProvider } from "../shell/query-provider";
import { Card, Row, Rows } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { InfoStrip, WarningStrip } from "../ui/signal/notice";
import { Tag } from "../ui/signal/tag";
import { safePath, type Post } from "./go-on";

/** Which post to act in, for who has several. Each has its own cases and its own rights; it can be changed from the menu at any time. */
export function ChoosePost({ next }: { next: string }) {
  return (
    <main id="main" className="mx-auto grid max-w-160 gap-stack px-card py-8">
      <h1 className="text-title">Which post are you working in?</h1>
      <p className="text-ink-soft">What you see, and the name of the agency you act for, are those of the post. You can go on in another one from the menu beside your name.</p>
      <QueryProvider><Posts next={safePath(next)} /></QueryProvider>
    </main>
  );
}

function Posts({ next }: { next: string }) {
  const [problem, setProblem] = useState("");
  const { data, isError } = useQuery({ queryKey: ["posts"], queryFn: ({ signal }) => ask<{ posts: Post[] }>("/api/session/posts", {}, { signal, quiet: true }), gcTime: 0 });
  if (isError) return <WarningStrip role="alert" title="You are not signed in."><TextLink href="/sign-in">Sign in</TextLink></WarningStrip>;
  if (!data) return <p role="status" className="text-ink-soft">Looking up your posts…</p>;

  async function choose(post: Post) {
    setProblem("");
    const sent = post.isCurrent ? { ok: true as const } : await send("POST", "/api/session/switch", { memberId: post.memberId }, { quiet: true });
    if (!sent.ok) return setProblem(sent.error.message);
    forgetEverything();
    location.replace(next);
  }

  return (
    <>
      {problem ? <InfoStrip role="alert" title={problem} /> : null}
      <Card flush>
        <Rows label="Your posts">
          {data.posts.map((post) => (
            <Row key={post.memberId}>
              <button type="button" onClick={() => void choose(post)} className="flex min-h-target w-full flex-wrap items-center justify-between gap-x-4 text-left">
                <span><span className="font-semibold text-link underline underline-offset-2">{post.agency}</span> <span className="text-ink-soft">{post.title}</span></span>
                {post.isCurrent ? <Tag>This session</Tag> : null}
              </button>
            </Row>
          ))}
        </Rows>
      </Card>
    </>
  );
}
