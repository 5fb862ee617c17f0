"use client";

import { useRouter } from "next/navigation";
import { Fragment, useState } from "react";
import type { AsideView } from "@/lib/cases/page/aside/schema";
import type { CaseLogView } from "@/lib/cases/page/log-tab/schema";
import type { EntryView } from "@/lib/cases/log/schema";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/layout/empty-state";
import { Timeline, TimelineDivider } from "../../ui/layout/timeline";
import { WarningStrip } from "../../ui/signal/notice";
import { Composer } from "./composer";
import { CorrectDialog } from "./correct-dialog";
import { LogEntry } from "./log-entry";
import { LogFilters } from "./log-filters";
import { useCaseLog } from "./use-case-log";
import type { LiveStatus } from "./use-live";

type CaseLogProps = { caseId: string; log: CaseLogView; aside: AsideView; mayWrite: boolean };

const liveWords: Record<LiveStatus, string> = { connecting: "", live: "Live: new entries appear by themselves", asking: "Asking for new entries every few seconds", ended: "" };

/** Where what is new ends: before the first entry the member has seen, if anything above it is somebody else's. */
function firstSeen(shown: readonly EntryView[], lookedAt: string | null, memberId: string): string | null {
  if (!lookedAt) return null;
  const index = shown.findIndex((entry) => entry.recordedAt <= lookedAt);
  const isNews = index > 0 && shown.slice(0, index).some((entry) => entry.author.id !== memberId);
  return isNews ? (shown[index]?.id ?? null) : null;
}

/** The centre of a case: composer on top, the log below it, new entries as they are written. */
export function CaseLog({ caseId, log, aside, mayWrite }: CaseLogProps) {
  const router = useRouter();
  const hand = useCaseLog(caseId, log, router.refresh);
  const [added, setAdded] = useState(0);
  const [correcting, setCorrecting] = useState<EntryView | null>(null);
  const [looked] = useState({ at: log.lookedAt, words: log.lookedWords });
  const divider = firstSeen(hand.shown, looked.at, log.writer.memberId);
  return (
    <>
      {mayWrite ? (
        <Composer
          key={added}
          {...{ caseId, log, aside }}
          isFirst={added === 0}
          onAdded={(kind) => {
            setAdded(added + 1);
            hand.askNow();
            if (kind === "contact") router.refresh();
          }}
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <LogFilters filter={hand.filter} kinds={hand.shown.map((entry) => entry.kind)} agencies={log.agencies} onChoose={hand.choose} />
        <span className="text-note text-ink-soft print:hidden">{liveWords[hand.status]}</span>
      </div>
      {hand.status === "ended" ? <WarningStrip title="This page is no longer following the case.">You are signed out, or the case is no longer shared with your agency. Load the page again.</WarningStrip> : null}
      <p role="status" className="sr-only">{hand.heard}</p>
      {hand.shown.length === 0 ? <EmptyState title="Nothing here yet">{hand.filter.kind || hand.filter.agencyId ? "No entry fits. Choose all kinds and all agencies to see the whole log." : mayWrite ? "Add the first note above." : "Nobody has written in it yet."}</EmptyState> : null}
      <div data-log="" className="[overflow-anchor:none]">
        <Timeline label="Case log, newest first">
          {hand.shown.map((entry) => (
            <Fragment key={entry.id}>
              {entry.id === divider ? <TimelineDivider>New since you last looked, {looked.words}</TimelineDivider> : null}
              <LogEntry {...{ caseId, entry }} agencies={log.agencies} onCorrect={setCorrecting} />
            </Fragment>
          ))}
        </Timeline>
      </div>
      {hand.problem ? <WarningStrip role="alert" title={hand.problem} /> : null}
      {hand.olderFrom ? <div><Button onClick={() => void hand.readOlder()}>Older entries</Button></div> : null}
      {correcting ? (
        <CorrectDialog
          caseId={caseId}
          entry={correcting}
          onClose={() => setCorrecting(null)}
          onSaved={() => {
            setCorrecting(null);
            hand.askNow();
          }}
        />
      ) : null}
    </>
  );
}
