"use client";

import { useState } from "react";
import type { ActionLine, Colleague } from "@/lib/shared-actions/lines/schema";
import type { ActionStands } from "@/lib/shared-actions/schema";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { VisuallyHidden } from "../ui/visually-hidden";
import { AskAgainDialog } from "./dialogs/ask-again-dialog";
import { HandOnDialog } from "./dialogs/hand-on-dialog";
import { WrittenDialog } from "./dialogs/written-dialog";
import { standsWords } from "./dialogs/words";

type Act = "accept" | "decline" | "complete" | "hand-on" | "cancel" | "ask-again";

const actWords: Record<Act, string> = { accept: "Accept", decline: "Decline", complete: "Done", "hand-on": "Hand on", cancel: "Cancel", "ask-again": "Ask again" };

/** What can be done with an action, the likeliest first: at most three. */
export function actsOf({ status, may }: Pick<ActionLine, "status" | "may">): Act[] {
  const acts: Act[] = [];
  if (may.accept) acts.push("accept");
  if (may.askAgain) acts.push("ask-again");
  if (may.complete && status === "accepted") acts.push("complete");
  if (may.handOn) acts.push("hand-on");
  if (may.decline) acts.push("decline");
  if (may.cancel && !may.accept) acts.push("cancel");
  // One press to take it, one to say no; giving it away can wait until it is taken.
  const likely = may.accept ? acts.filter((act) => act !== "hand-on") : acts;
  return likely.slice(0, 3);
}

type ActionButtonsProps = { line: ActionLine; colleagues: readonly Colleague[]; onChanged: () => void };

/** Accept, decline, done, hand on, ask again or cancel, in place. */
export function ActionButtons({ line, colleagues, onChanged }: ActionButtonsProps) {
  const [open, setOpen] = useState<Act | null>(null);
  const close = () => setOpen(null);
  const accepting = useSend<ActionStands, { version: number }>({
    path: `/api/actions/${line.actionId}/accept`,
    onSaved: () => {
      say({ title: "Accepted: it is yours to do" });
      onChanged();
    },
    onRefused: (problem) => {
      const stands = problem.error === "Conflict" ? (problem.current as ActionStands | undefined) : undefined;
      say({ title: stands ? `Someone was faster. It stands as: ${standsWords(stands)}` : problem.message });
      onChanged();
    },
  });
  const start = (act: Act) => (act === "accept" ? void accepting.save({ version: line.version }) : setOpen(act));
  return (
    <>
      {actsOf(line).map((act, index) => (
        <Button key={act} size="small" look={index === 0 && act !== "cancel" ? "primary" : "secondary"} className="max-sm:flex-1" data-key={index === 0 && act !== "cancel" ? "d" : undefined} busy={act === "accept" && accepting.isSending} onClick={() => start(act)}>
          {actWords[act]}
          <VisuallyHidden>: {line.what}</VisuallyHidden>
        </Button>
      ))}
      {open === "decline" || open === "complete" || open === "cancel" ? <WrittenDialog act={open} line={line} onClose={close} onSaved={onChanged} /> : null}
      {open === "hand-on" ? <HandOnDialog line={line} colleagues={colleagues} onClose={close} onSaved={onChanged} /> : null}
      {open === "ask-again" ? <AskAgainDialog line={line} onClose={close} onSaved={onChanged} /> : null}
    </>
  );
}
