"use client";

import { useEffect, useRef } from "react";
import type { ReportFormView } from "@/lib/assessments/intake/form/schema";
import { DraftNote } from "@/components/shell/draft-note";
import { PageBody, PageTitle } from "@/components/shell/page-parts";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { LinkButton } from "@/components/ui/link";
import { RagTag } from "@/components/ui/signal/rag-tag";
import { WarningStrip } from "@/components/ui/signal/notice";
import { FormChanged } from "@/components/assessments/form/form-changed";
import { reportPaths } from "../paths";
import { SavedReport } from "../saved/saved-report";
import { enterMovesOn } from "./enter-moves-on";
import { Parts } from "./parts";
import { RunningClock } from "./running-clock";
import { SidePanel } from "./side-panel";
import { useFolds } from "./use-folds";
import { isSectionDone } from "./sections";
import { useReport } from "./use-report";

/** A report on one page, by keyboard alone if need be: what is typed is kept at once, and what is known stands beside it. */
export function NewReport({ view }: { view: ReportFormView }) {
  const report = useReport(view);
  const { draft, derived, sending } = report;
  const folds = useFolds((at) => isSectionDone(at, draft, derived), report.wrong);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>("input:checked, input")?.focus({ preventScroll: true }), []);
  if (report.taken) return <SavedReport taken={report.taken} />;
  const lookalike = sending.problem?.reason === "looks-like-duplicate" ? sending.problem : null;
  return (
    <PageBody>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PageTitle>New report</PageTitle>
          <RunningClock startedAt={draft.startedAt} />
          <DraftNote state={report.draftState} />
        </div>
        <p className="hidden text-note text-ink-soft lg:block">Tab or Enter moves on · arrows choose · Alt 1–9 jumps · Ctrl ↵ saves</p>
      </div>
      {view.changed.map((changed) => <FormChanged key={changed.title} changed={changed} />)}
      <div className="grid items-start gap-card lg:grid-cols-[minmax(0,1fr)_minmax(18rem,20.5rem)] lg:gap-5">
        <Form onSubmit={() => void report.save()} errors={report.errors} message={lookalike ? undefined : sending.message} requestId={sending.problem?.error === "Unexpected" ? sending.problem.requestId : undefined} onKeyDownCapture={enterMovesOn} onFocus={folds.onFocus} className="grid gap-stack">
          <div ref={first} className="divide-y divide-line rounded-card border border-line bg-surface">
            <Parts report={report} view={view} folds={folds} />
            <div className="grid gap-3 px-card py-3.5">
              {lookalike ? (
                <WarningStrip
                  role="alert"
                  title={lookalike.message}
                  action={<Button size="small" onClick={() => void report.save(true)} autoFocus>No, save this one too</Button>}
                >
                  It is {String(lookalike.detail?.reference ?? "kept already")}. If it is the same, leave this page.
                </WarningStrip>
              ) : null}
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p className="text-note text-ink-soft">Everything is kept if you are cut off.</p>
                {derived.rag ? <span className="lg:hidden"><RagTag rag={derived.rag} score={derived.isAssessed ? derived.scored.score : null} /></span> : null}
                <div className="flex flex-wrap gap-2">
                  <LinkButton href={reportPaths.list}>Finish later</LinkButton>
                  <Button type="submit" look="primary" busy={sending.isSending} keys="Ctrl ↵">
                    Save report
                  </Button>
                </div>
              </div>
            </div>
          </div>
        </Form>
        {/* Stays in sight: what it says is about the answer in hand. */}
        <aside aria-label="What is known, and what saving will do" className="grid min-w-0 gap-stack lg:sticky lg:top-18">
          <SidePanel report={report} view={view} />
        </aside>
      </div>
    </PageBody>
  );
}
