"use client";

import type { ReportPageView } from "@/lib/reports/page/schema";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Went } from "../inbox/report-line";
import { reportPaths } from "../paths";
import { refusalWords, useSort } from "./use-sort";

/** This report and those that may tell of the same event, side by side. */
export function SameEventChoice({ view }: { view: ReportPageView }) {
  const sending = useSort<{ version: number; sameAsId: string }>(reportPaths.sameEvent(view.reportId), (asbCase) => ({ title: asbCase ? `Counted once, and put on ${asbCase.reference}` : "Counted once with the other report" }));
  const words = refusalWords(sending.problem);
  return (
    <div className="grid gap-3">
      {view.mayBeSame.map((other) => (
        <div key={other.reportId} className="grid gap-2 sm:grid-cols-2">
          <Telling title="This report" from={`${view.agencyName}, ${view.receivedWords}`} words={view.whatHappened} />
          <div className="grid content-start gap-2">
            <Telling title={<TextLink href={reportPaths.report(other.reportId)}>{other.reference}</TextLink>} from={`${other.agencyName}, ${other.receivedWords}`} words={other.whatHappened} />
            {other.went ? <p className="text-note">It is on <Went went={other.went} />.</p> : null}
            <div>
              <Button look="primary" busy={sending.isSending} onClick={() => void sending.save({ version: view.version, sameAsId: other.reportId })}>
                Same event as {other.reference}
              </Button>
            </div>
          </div>
        </div>
      ))}
      {words ? <p role="alert" className="font-bold text-warning">{words}</p> : null}
    </div>
  );
}

function Telling({ title, from, words }: { title: React.ReactNode; from: string; words: string }) {
  return (
    <div className="min-w-0 rounded-control border border-line bg-surface-quiet p-3">
      <h3 className="text-body">{title}</h3>
      <p className="text-note text-ink-soft">{from}</p>
      <p className="mt-1 whitespace-pre-line wrap-anywhere">{words}</p>
    </div>
  );
}
