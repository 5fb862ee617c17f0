import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { ChevronIcon } from "../icons";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string };

/** More for those who want it. The browser's own, so it works before any script and is found by searching the page. */
export function Disclosure({ summary, children, open, className }: DisclosureProps) {
  return (
    <details open={open} className={classNames("group", className)}>
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-tag py-1 font-semibold text-link touch:min-h-target [&::-webkit-details-marker]:hidden">
        <ChevronIcon className="-rotate-90 group-open:rotate-0 print:hidden" />
        {summary}
      </summary>
      <div className="py-2 ps-5.5">{children}</div>
    </details>
  );
}
