import type { ReactNode } from "react";
import type { DueView } from "@/lib/shared-actions/lines/schema";
import { classNames } from "../ui/class-names";
import { Row } from "../ui/layout/card";
import { PlainLink } from "../ui/link";
import { DueTag } from "../ui/signal/due-tag";
import { RagTag, type Rag } from "../ui/signal/rag-tag";

type DueRowProps = {
  due: DueView | null;
  /** In place of the clock, for what has none. */
  when?: string;
  title: string;
  href: string;
  /** Beside the title, quieter. */
  note?: ReactNode;
  rag?: Rag | null;
  detail: ReactNode;
  actions: ReactNode;
  /** A box to choose it with others. */
  choose?: ReactNode;
};

/** One thing with a clock: when, what, about which case, and what to do. Enter opens it; d presses its first button. */
export function DueRow({ due, when, title, href, note, rag, detail, actions, choose }: DueRowProps) {
  return (
    <Row className={classNames("grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5", choose ? "lg:grid-cols-[10rem_minmax(0,1fr)_auto]" : "lg:grid-cols-[7.5rem_minmax(0,1fr)_auto]")}>
      <div className="flex items-center gap-2.5">
        {choose}
        {due ? <DueTag words={due.words} tone={due.tone} dueAt={due.at} precision={due.precision} /> : <span className="text-note text-ink-soft">{when}</span>}
      </div>
      <div className="lg:hidden">{rag ? <RagTag rag={rag} /> : null}</div>
      <div className="col-span-2 grid min-w-0 gap-1 lg:col-span-1">
        <p className="min-w-0 wrap-anywhere">
          <PlainLink href={href} className="font-bold text-ink underline-offset-2 hover:underline">
            {title}
          </PlainLink>
          {note ? <span className="text-ink-soft"> {note}</span> : null}
        </p>
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-note text-ink-soft">
          {rag ? <span className="hidden lg:inline-flex"><RagTag rag={rag} /></span> : null}
          <span className="min-w-0 wrap-anywhere">{detail}</span>
        </div>
      </div>
      <div className="col-span-2 flex flex-wrap justify-end gap-1.5 max-sm:pt-1 lg:col-span-1">{actions}</div>
    </Row>
  );
}
