"use client";

import { useState } from "react";
import type { InboxView } from "@/lib/reports/inbox/schema";
import { paths } from "@/components/shell/paths";
import { send } from "@/components/shell/send";
import { Button } from "@/components/ui/button";
import { Row } from "@/components/ui/layout/card";
import { TextLink } from "@/components/ui/link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { reportPaths } from "../paths";

/** A report begun and not saved: to go on with, or to throw away. */
export function DraftRow({ draft }: { draft: InboxView["drafts"][number] }) {
  const [isGone, setIsGone] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  if (isGone) return <Row><p role="status" className="text-ink-soft">Thrown away.</p></Row>;
  async function throwAway() {
    const sent = await send("DELETE", paths.drafts, { kind: "report", subject: draft.subject });
    if (sent.ok) setIsGone(true);
  }
  return (
    <Row>
      <p className="wrap-anywhere"><TextLink href={reportPaths.draft(draft.subject)} className="font-bold">{draft.words}</TextLink></p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-note text-ink-soft">Kept {draft.savedWords}</p>
        {isAsked ? (
          <Button size="small" autoFocus onClick={() => void throwAway()}>Yes, throw it away</Button>
        ) : (
          <Button look="quiet" size="small" onClick={() => setIsAsked(true)}>Throw away<VisuallyHidden> {draft.words}</VisuallyHidden></Button>
        )}
      </div>
    </Row>
  );
}
