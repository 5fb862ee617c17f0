"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Button } from "@/components/ui/button";
import { TickIcon } from "@/components/ui/icons";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type FoldProps = {
  at: number;
  title: string;
  /** Words under the title while it is open. */
  hint?: string;
  isFolded: boolean;
  isCurrent: boolean;
  summary: { main: string; more: string };
  onOpen: () => void;
  children: ReactNode;
};

/** A part of the page: open while it is answered, a line or two once it is done. Its number is its shortcut. */
export function Fold({ at, title, hint, isFolded, isCurrent, summary, onOpen, children }: FoldProps) {
  return (
    <section data-section={at} aria-labelledby={`part-${at}`} className={classNames("grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 scroll-mt-4 px-card py-3.5", isCurrent && !isFolded && "bg-surface")}>
      <span
        aria-hidden="true"
        className={classNames("grid size-7 place-items-center rounded-full text-note font-bold tabular-nums", isFolded ? "bg-act text-on-act" : isCurrent ? "bg-act-soft text-link inset-ring inset-ring-link" : "bg-act-soft text-link")}
      >
        {isFolded ? <TickIcon /> : at}
      </span>
      {isFolded ? (
        <div className="flex min-w-0 items-start justify-between gap-3">
          <div className="min-w-0">
            <h2 id={`part-${at}`} className="text-note font-semibold text-ink-soft">
              {title}
            </h2>
            <p className="line-clamp-3 font-bold wrap-anywhere">{summary.main}</p>
            {summary.more ? <p className="text-note text-ink-soft wrap-anywhere">{summary.more}</p> : null}
          </div>
          <Button look="quiet" size="small" onClick={onOpen}>
            Change<VisuallyHidden> {title.toLowerCase()}</VisuallyHidden>
          </Button>
        </div>
      ) : (
        <>
          <div className="min-w-0 pt-0.5">
            <h2 id={`part-${at}`} className="text-body">
              {title}
            </h2>
            {hint ? <p className="text-note text-ink-soft">{hint}</p> : null}
          </div>
          <div className="col-span-2 mt-3 grid min-w-0 gap-3 sm:col-span-1 sm:col-start-2">{children}</div>
        </>
      )}
    </section>
  );
}
