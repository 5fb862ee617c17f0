import { longDayAndTime } from "@/lib/format/dates";

type PrintMarks = {
  /** Protective marking: "OFFICIAL-SENSITIVE". */
  marking: string;
  title: string;
  reference?: string;
  printedBy: string;
  /** ISO instant. */
  printedAt: string;
};

/** On paper only: what this is and how it must be handled, at the top of the first page. */
export function PrintHeader({ marking, title, reference }: Pick<PrintMarks, "marking" | "title" | "reference">) {
  return (
    <div className="hidden border-b-2 border-ink pb-2 mb-3 print:block">
      <p className="text-center font-bold tracking-wide">{marking}</p>
      <p className="flex justify-between gap-4 font-bold">
        <span>{title}</span>
        {reference ? <span>{reference}</span> : null}
      </p>
    </div>
  );
}

/** On paper only: the marking, and who printed it and when, at the foot of every page. */
export function PrintFooter({ marking, printedBy, printedAt }: Pick<PrintMarks, "marking" | "printedBy" | "printedAt">) {
  return (
    <p className="fixed inset-x-0 bottom-0 hidden justify-between gap-4 border-t border-ink bg-surface pt-1 text-note print:flex">
      <strong>{marking}</strong>
      <span>
        Printed by {printedBy}, {longDayAndTime(printedAt)}. Destroy after use.
      </span>
    </p>
  );
}
