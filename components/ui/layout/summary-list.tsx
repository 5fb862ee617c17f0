import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type SummaryItem = { label: string; value: ReactNode; action?: ReactNode; tone?: "soon" | "late" };

const tones = { soon: "text-soon", late: "text-late" };

/** What is known, as questions and answers. "line" sets them side by side under a page's title. */
export function SummaryList({ items, layout = "rows" }: { items: readonly SummaryItem[]; layout?: "rows" | "line" }) {
  if (layout === "line") {
    return (
      <dl className="flex flex-wrap gap-x-6 gap-y-2 text-note">
        {items.map((item) => (
          <div key={item.label}>
            <dt className="text-ink-soft">{item.label}</dt>
            <dd className={classNames("text-body font-bold", item.tone && tones[item.tone])}>{item.value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className="divide-y divide-line">
      {items.map((item) => (
        <div key={item.label} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
          <dt className="w-full text-note text-ink-soft sm:w-44 sm:text-body">{item.label}</dt>
          <dd className={classNames("min-w-0 flex-1 font-semibold wrap-anywhere", item.tone && tones[item.tone])}>{item.value}</dd>
          {item.action ? <dd className="text-note print:hidden">{item.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
