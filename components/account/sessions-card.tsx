"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AccountView } from "@/lib/platform/sign-in/schema";
import { say } from "../shell/said";
import { send } from "../shell/send";
import { Button } from "../ui/button";
import { Card, Row, Rows } from "../ui/layout/card";
import { Tag } from "../ui/signal/tag";

export function SessionsCard({ sessions }: { sessions: AccountView["sessions"] }) {
  const router = useRouter();
  const [busy, setBusy] = useState<string>();
  const others = sessions.filter(({ isThis }) => !isThis);

  async function end(key: string, path: string, title: string) {
    setBusy(key);
    const sent = await send("POST", path, {});
    setBusy(undefined);
    // One that has ended by itself meanwhile is where it was wanted.
    say({ title: sent.ok || sent.error.error === "NotFound" ? title : sent.error.message });
    router.refresh();
  }
  return (
    <Card
      id="sessions"
      title="Where you are signed in"
      aside={`${sessions.length} ${sessions.length === 1 ? "place" : "places"}`}
      flush
      foot={
        others.length > 1 ? (
          <Button busy={busy === "others"} onClick={() => void end("others", "/api/account/sessions/end-others", "You are signed out everywhere else.")}>
            End all others
          </Button>
        ) : null
      }
    >
      <Rows label="Where you are signed in">
        {sessions.map(({ sessionId, device, isThis, isLocked, sinceWords, lastWords }) => (
          <Row key={sessionId} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <strong>{device}</strong> {isThis ? <Tag tone="act">This one</Tag> : isLocked ? <Tag>Locked</Tag> : null}
              <span className="block text-note text-ink-soft">
                Signed in {sinceWords} · last used {lastWords}
              </span>
            </span>
            {isThis ? null : (
              <Button size="small" busy={busy === sessionId} aria-label={`End this one: ${device}, signed in ${sinceWords}`} onClick={() => void end(sessionId, `/api/account/sessions/${sessionId}/end`, `You are signed out of ${device}.`)}>
                End this one
              </Button>
            )}
          </Row>
        ))}
      </Rows>
      <p className="border-t border-line px-card py-3 text-note text-ink-soft">A session ends by itself after 12 hours. Hereward does not keep where you were.</p>
    </Card>
  );
}
