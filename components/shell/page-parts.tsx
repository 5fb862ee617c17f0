import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

type PageTitleProps = {
  children: ReactNode;
  /** Beside the title: a reference, a running clock. */
  lead?: ReactNode;
  note?: ReactNode;
  /** Buttons, at the right on a desk. */
  actions?: ReactNode;
};

/** The one h1 of a page. */
export function PageTitle({ children, lead, note, actions }: PageTitleProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
        {lead ? <span className="text-body font-semibold text-ink-soft tabular-nums">{lead}</span> : null}
        <h1 tabIndex={-1} className="text-title">
          {children}
        </h1>
        {note ? <span className="text-note text-ink-soft">{note}</span> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </div>
  );
}

/** The white band at the top of a case or a person: title, what matters, tabs. */
export function PageHeader({ children, tabs }: { children: ReactNode; tabs?: ReactNode }) {
  return (
    <header className="border-b border-line bg-surface">
      <div className={classNames("grid gap-2.5 px-card pt-3.5 lg:px-gutter print:px-0", !tabs && "pb-3.5")}>{children}</div>
      {tabs ? <div className="mt-2 px-card lg:px-gutter">{tabs}</div> : null}
    </header>
  );
}

/** The space a page's content stands in. */
export function PageBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames("grid max-w-400 gap-stack px-card py-card lg:px-gutter lg:py-5 print:p-0", className)}>{children}</div>;
}

/** Main matter beside a narrower column; one above the other on a phone. */
export function Columns({ children, side, sideLabel }: { children: ReactNode; side: ReactNode; sideLabel: string }) {
  return (
    <div className="grid items-start gap-card lg:grid-cols-[minmax(0,1fr)_minmax(18rem,20.5rem)] lg:gap-5 print:grid-cols-1">
      <div className="grid min-w-0 gap-stack">{children}</div>
      <aside aria-label={sideLabel} className="grid min-w-0 gap-stack">
        {side}
      </aside>
    </div>
  );
}
