"use client";

import type { ReactNode } from "react";
import type { ActionLine, Colleague } from "@/lib/shared-actions/lines/schema";
import { casePaths } from "../cases/case-paths";
import { Tag } from "../ui/signal/tag";
import { ActionButtons } from "./action-buttons";
import { DueRow } from "./due-row";

type ActionRowProps = {
  line: ActionLine;
  colleagues: readonly Colleague[];
  onChanged: () => void;
  /** On the case's own page the case goes without saying. */
  isOnCase?: boolean;
  choose?: ReactNode;
};

const hasEnded = (line: ActionLine) => line.status === "done" || line.status === "cancelled";

function titleOf(line: ActionLine): string {
  if (line.status === "declined") return `Came back: ${line.what}`;
  return line.what;
}

/** Who asked whom, and what came of it. */
function whoWords(line: ActionLine): string {
  const who = line.ownerName && line.isOurs ? `${line.ownerAgency}, ${line.ownerName}` : line.ownerAgency;
  if (line.status === "declined") return `declined by ${line.ownerAgency}: “${line.declineReason}”`;
  if (line.status === "done") return `${who}: ${line.outcome}`;
  if (line.status === "cancelled") return `cancelled: ${line.outcome}`;
  const withWhom = line.ownerName && !line.isMine ? ` · with ${line.ownerName}` : "";
  if (line.origin === "trigger" && line.isOurs) return `asked at once, by what was recorded about risk${withWhom}`;
  if (line.isOurs) return `asked by ${line.isAskedByUs ? line.askedByName : line.askedByAgency}${withWhom}`;
  return line.ownerName ? `with ${who}` : `asked of ${who}`;
}

/** An action as one line, with what can be done in place. */
export function ActionRow({ line, colleagues, onChanged, isOnCase, choose }: ActionRowProps) {
  const detail = [isOnCase ? "" : line.reference, whoWords(line)].filter(Boolean).join(" · ");
  return (
    <DueRow
      due={hasEnded(line) ? null : line.due}
      when={hasEnded(line) ? `${line.statusWords} ${line.endedWords}` : undefined}
      title={titleOf(line)}
      href={casePaths(line.caseId).plan}
      note={line.isUrgent && !hasEnded(line) ? <Tag tone="soon">Urgent</Tag> : null}
      rag={isOnCase ? null : line.rag}
      detail={<>{detail}{line.why && !hasEnded(line) ? <span className="block">{line.why}</span> : null}{!hasEnded(line) && line.status !== "declined" && !line.may.accept && !line.isMine ? ` · ${line.statusWords.toLowerCase()}` : ""}</>}
      actions={<ActionButtons line={line} colleagues={colleagues} onChanged={onChanged} />}
      choose={choose}
    />
  );
}
