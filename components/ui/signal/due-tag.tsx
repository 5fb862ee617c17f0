"use client";

import { useSyncExternalStore } from "react";
import { dueWords, type DueTone } from "@/lib/format/due";
import { classNames } from "../class-names";
import { VisuallyHidden } from "../visually-hidden";
import { subscribeToTicks, tickedNow } from "./ticker";

const tones: Record<DueTone, string> = {
  late: "text-late",
  soon: "text-soon",
  today: "text-ink",
  later: "text-ink",
};

type DueTagProps = {
  words: string;
  tone: DueTone;
  /** The moment it falls due. Leave out for clocks that count working days: those stand as the server said them. */
  dueAt?: string;
  precision?: "minute" | "day";
};

const noNow = () => null;

/** When something is due, moving with the clock. Late is plum with an exclamation mark, because red is kept for risk. */
export function DueTag({ words, tone, dueAt, precision }: DueTagProps) {
  const now = useSyncExternalStore(subscribeToTicks, tickedNow, noNow);
  const shown = dueAt && now ? dueWords(dueAt, new Date(now), { precision }) : { words, tone };
  const Element = dueAt ? "time" : "span";
  return (
    <Element dateTime={dueAt} className={classNames("font-bold whitespace-nowrap tabular-nums", tones[shown.tone])}>
      {shown.tone === "late" ? (
        <>
          <span aria-hidden="true">! </span>
          <VisuallyHidden>Late: </VisuallyHidden>
        </>
      ) : null}
      {shown.words}
    </Element>
  );
}
