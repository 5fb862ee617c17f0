import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { LockIcon } from "../icons";
import { Tag, type TagTone } from "../signal/tag";
import { Disclosure } from "./disclosure";

/** What happened, newest first, with the time in a margin. j and k move along it. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h2 className="sr-only">{label}</h2>
      <ol data-list="" className="grid gap-2.5">
        {children}
      </ol>
    </section>
  );
}

export type Correction = { id: string; at: string; by: string; text: ReactNode };

type TimelineEntryProps = {
  id?: string;
  /** ISO instant. */
  at: string;
  /** As the margin shows it: "08:51", "Tue 15:20". */
  atWords: string;
  author: string;
  /** Beside the author: agency and team, or "by phone to Jo Ellwood". */
  from?: string;
  tags?: readonly { label: string; tone?: TagTone }[];
  /** Who can read it: "All partners". */
  audience?: string;
  /** Who holds the detail. Draws the entry violet with a lock. */
  sealed?: string;
  /** Earlier wording, newest first; folded under what stands now. */
  corrections?: readonly Correction[];
  actions?: ReactNode;
  children: ReactNode;
};

function EntryHead({ author, from, tags = [], audience, sealed }: Pick<TimelineEntryProps, "author" | "from" | "tags" | "audience" | "sealed">) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <h3>{author}</h3>
      {from ? <span className="text-note text-ink-soft">{from}</span> : null}
      {tags.map((tag) => (
        <Tag key={tag.label} tone={tag.tone}>
          {tag.label}
        </Tag>
      ))}
      {sealed ? (
        <span className="text-note text-ink-soft sm:ms-auto">
          <LockIcon className="me-1 -mt-1 text-sealed" />
          {sealed}
        </span>
      ) : audience ? (
        <span className="text-note text-ink-soft sm:ms-auto">{audience}</span>
      ) : null}
    </div>
  );
}

export function TimelineEntry({ id, at, atWords, sealed, corrections = [], actions, children, ...head }: TimelineEntryProps) {
  return (
    <li id={id} data-row="" tabIndex={-1} className="grid gap-x-3.5 gap-y-1 rounded-card sm:grid-cols-[5.4rem_minmax(0,1fr)]">
      <time dateTime={at} className="pt-3 text-note whitespace-nowrap text-ink-soft tabular-nums sm:border-e-2 sm:border-line sm:pe-3 sm:text-end">
        {atWords}
      </time>
      <article className={classNames("rounded-card border px-3.5 py-2.5", sealed ? "border-sealed-line bg-sealed-soft" : "border-line bg-surface")}>
        <EntryHead {...head} sealed={sealed} />
        <div className="mt-1 whitespace-pre-line wrap-anywhere">{children}</div>
        {corrections.length > 0 ? (
          <Disclosure className="mt-1 text-note" summary={corrections.length === 1 ? "Corrected once: see the first wording" : `Corrected ${corrections.length} times: see earlier wording`}>
            <ol className="grid gap-2">
              {corrections.map((correction) => (
                <li key={correction.id} className="border-s-2 border-line ps-3 text-ink-soft">
                  <span className="block">
                    {correction.at} · {correction.by}
                  </span>
                  <span className="whitespace-pre-line">{correction.text}</span>
                </li>
              ))}
            </ol>
          </Disclosure>
        ) : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
      </article>
    </li>
  );
}

/** The line above which everything is new: "New since you last looked, yesterday 17:05". */
export function TimelineDivider({ children }: { children: ReactNode }) {
  return (
    <li className="flex items-center gap-3 py-1 text-note font-bold text-link before:h-0.5 before:flex-1 before:bg-act-line after:h-0.5 after:flex-1 after:bg-act-line print:hidden">
      <span>{children}</span>
    </li>
  );
}
