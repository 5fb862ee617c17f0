import type { ReactNode } from "react";
import { longDayAndTime } from "@/lib/format/dates";

type PrintSheetProps = {
  /** Protective marking: "OFFICIAL-SENSITIVE". */
  marking: string;
  title: string;
  reference?: string;
  printedBy: string;
  /** ISO instant. */
  printedAt: string;
  children: ReactNode;
};

/**
 * What goes on paper: its marking and title at the head of every page, who printed it and when at the foot.
 * A table in print, because only the heads and feet of tables are repeated on each page by every browser. On screen it is nothing.
 */
export function PrintSheet({ marking, title, reference, printedBy, printedAt, children }: PrintSheetProps) {
  return (
    <div className="print:table print:w-full">
      <div className="hidden break-inside-avoid print:table-header-group">
        <div className="mb-3 border-b-2 border-ink pb-1.5">
          <p className="text-center font-bold tracking-wide">{marking}</p>
          <p className="flex justify-between gap-4 font-bold">
            <span>{title}</span>
            {reference ? <span>{reference}</span> : null}
          </p>
        </div>
      </div>
      <div className="print:table-row-group">{children}</div>
      <div className="hidden break-inside-avoid print:table-footer-group">
        <p className="mt-3 flex justify-between gap-4 border-t border-ink pt-1 text-note">
          <strong>{marking}</strong>
          <span>
            Printed by {printedBy}, {longDayAndTime(printedAt)}. Destroy after use.
          </span>
        </p>
      </div>
    </div>
  );
}
