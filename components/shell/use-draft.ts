"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftData, DraftSaver, DraftState } from "./drafts/draft-saver";
import { dropDraft, flushDrafts, leaveDraft, openDraft, unsavedData } from "./drafts/open-drafts";
import { paths } from "./paths";
import { send } from "./send";

export type RestoredDraft<Data> = { data: Data; savedAt: string };

type UseDraftOptions<Data> = {
  /** Small letters and hyphens: "report", "case-entry". */
  kind: string;
  /** What the draft is about: a record's id, or "" where a member has one such draft at most. */
  subject: string;
  initial: Data;
  /** The draft as the page found it. */
  restored?: RestoredDraft<Data> | null;
};

export type DraftInHand<Data> = {
  data: Data;
  change: (next: Data | ((before: Data) => Data)) => void;
  state: DraftState;
  /** After the real thing was saved: throws the draft away, here and on the server. */
  discard: () => Promise<void>;
};

/** Holds what a form has so far and saves it by itself: two seconds after a change, on leaving a field, on leaving the page. */
export function useDraft<Data extends object>({ kind, subject, initial, restored }: UseDraftOptions<Data>): DraftInHand<Data> {
  const [data, setData] = useState<Data>(() => (unsavedData(kind, subject)?.data as Data | undefined) ?? restored?.data ?? initial);
  const [state, setState] = useState<DraftState>(restored ? { status: "saved", savedAt: restored.savedAt } : { status: "clean" });
  const saver = useRef<DraftSaver>(null);
  const latest = useRef(data);

  useEffect(() => {
    saver.current = openDraft(kind, subject, setState);
    const flush = () => void flushDrafts();
    const leave = () => void flushDrafts(true);
    document.addEventListener("focusout", flush);
    document.addEventListener("visibilitychange", flush);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("focusout", flush);
      document.removeEventListener("visibilitychange", flush);
      window.removeEventListener("pagehide", leave);
      void leaveDraft(kind, subject);
    };
  }, [kind, subject]);

  const change = useCallback((next: Data | ((before: Data) => Data)) => {
    latest.current = typeof next === "function" ? next(latest.current) : next;
    setData(latest.current);
    saver.current?.change(latest.current as DraftData);
  }, []);
  const discard = useCallback(async () => {
    const held = saver.current;
    dropDraft(kind, subject);
    saver.current = null;
    setState({ status: "clean" });
    // A save overtaken by this would bring the draft back.
    await held?.settled();
    await send("DELETE", paths.drafts, { kind, subject }, { quiet: true });
  }, [kind, subject]);
  return { data, change, state, discard };
}
