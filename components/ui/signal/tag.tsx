import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type TagTone = "plain" | "act" | "soon" | "late" | "sealed" | "warning";

const tones: Record<TagTone, string> = {
  plain: "border-transparent bg-surface-quiet text-ink-soft",
  act: "border-transparent bg-act-soft text-link",
  soon: "border-transparent bg-warning-soft text-soon",
  late: "border-transparent bg-late-soft text-late",
  sealed: "border-sealed-line bg-sealed-soft text-sealed",
  warning: "border-transparent bg-safety-soft text-safety",
};

/** A short fact about a thing: "Action done", "under 18", "3 new". Never for risk. */
export function Tag({ tone = "plain", children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span className={classNames("inline-block w-fit rounded-tag border px-1.5 py-px text-small font-semibold print:border-line", tones[tone])}>{children}</span>
  );
}
