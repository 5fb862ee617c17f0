import type { ReactNode } from "react";
import { classNames } from "../class-names";

type CardProps = {
  title?: ReactNode;
  level?: 2 | 3;
  /** Beside the title: a count, a link, a hint about keys. */
  aside?: ReactNode;
  /** What can be done, set apart at the bottom. */
  foot?: ReactNode;
  /** "act" for help that fills in as you type; "sealed" for what only some may read. */
  tone?: "plain" | "act" | "sealed" | "quiet";
  /** Leaves the padding to what is inside, for lists that run to the edge. */
  flush?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

const tones = {
  plain: "border-line bg-surface",
  act: "border-act-line bg-act-soft",
  sealed: "border-sealed-line bg-sealed-soft",
  quiet: "border-line bg-surface-quiet",
};

export function Card({ title, level = 2, aside, foot, tone = "plain", flush, id, className, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const titleId = id && title ? `${id}-title` : undefined;
  return (
    <section id={id} aria-labelledby={titleId} className={classNames("rounded-card border", tones[tone], className)}>
      {title ? (
        <div className={classNames("flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-card pt-3", flush ? "border-b border-line pb-2.5" : "pb-2")}>
          <Heading id={titleId} className="text-body">
            {title}
          </Heading>
          {aside ? <div className="text-note text-ink-soft">{aside}</div> : null}
        </div>
      ) : null}
      <div data-flush={flush || undefined} className={flush ? "" : classNames("px-card pb-card", !title && "pt-card")}>{children}</div>
      {foot ? <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-card py-3 print:hidden">{foot}</div> : null}
    </section>
  );
}

/** Things in a card with a hairline between, running to its edges. With `data-list`, j and k move along the rows. */
export function Rows({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  return (
    <ul data-list="" aria-label={label} className={classNames("divide-y divide-line", className)}>
      {children}
    </ul>
  );
}

/** One thing in a list. Its first link or button is what Enter opens. */
export function Row({ children, className, id }: { children: ReactNode; className?: string; id?: string }) {
  return (
    <li id={id} data-row="" tabIndex={-1} className={classNames("relative px-card py-3", className)}>
      {children}
    </li>
  );
}
