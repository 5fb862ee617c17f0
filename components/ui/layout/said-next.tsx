import type { ReactNode } from "react";
import { TickIcon } from "../icons";

export type NextStep = { what: string; when?: string; who?: string };

type SaidNextProps = {
  /** What was done: "Report saved: Amber 24". */
  title: string;
  steps?: readonly NextStep[];
  action?: ReactNode;
};

/** After a save: who has been told, what is due now, and when. */
export function SaidNext({ title, steps = [], action }: SaidNextProps) {
  return (
    <div className="rounded-card border border-act-line bg-act-soft p-card">
      <div className="flex items-start gap-2.5">
        <span className="grid size-6 shrink-0 place-items-center rounded-full bg-act text-on-act">
          <TickIcon />
        </span>
        <div className="grid min-w-0 flex-1 gap-2">
          <p className="text-lead font-bold">{title}</p>
          {steps.length > 0 ? (
            <div>
              <p className="text-note font-semibold text-ink-soft">What happens next</p>
              <ul className="mt-1 grid gap-1">
                {steps.map((step) => (
                  <li key={step.what + (step.when ?? "")} className="flex flex-wrap gap-x-3">
                    {step.when ? <span className="min-w-36 font-bold text-soon tabular-nums">{step.when}</span> : null}
                    <span>
                      {step.what}
                      {step.who ? <span className="text-ink-soft"> · {step.who}</span> : null}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          {action ? <div className="flex flex-wrap gap-2">{action}</div> : null}
        </div>
      </div>
    </div>
  );
}
