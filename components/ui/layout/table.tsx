import type { ReactNode } from "react";
import { VisuallyHidden } from "../visually-hidden";

export type Column = { label: string; align?: "end"; hideLabel?: boolean };

type TableProps = {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column[];
  /** Plain tr with th scope="row" and td; give number cells data-align="end". For j and k give each tr data-row="" and tabIndex={-1}. */
  children: ReactNode;
};

/** A real table that scrolls sideways by itself on a phone, and can be scrolled with the keyboard. */
export function Table({ caption, hideCaption, columns, children }: TableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="scroll-x rounded-card">
      <table className="plain-table">
        <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-align={column.align}>
                {column.hideLabel ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-list="">{children}</tbody>
      </table>
    </div>
  );
}
