"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftSaver, DraftState } from "./drafts/draft-saver";
import { dropDraft, flushDrafts, leaveDraft, openDraft, unsavedData } from "./drafts/open-drafts";
import { paths } from "./paths";
import { send } from "./send";

export type RestoredDraft<Data> = { data: Data; version: number; savedAt: string };

type UseDraftOptions<Data> = {
  kind: string;
  /** What the draft is about: a record's id, or "new" with an id of the form's own. */
  subject: string;
  initial: Data;
  /** The draft as the page found it. */
  restored?: RestoredDraft<Data> | null;
};

export type DraftInHand<Data> = {
  data: Data;
  change: (next: Data | ((before: Data) => Data)) => void;
  state: DraftState;
  /** After the real thing was saved: nothing more to keep. */
  done: () => void;
  /** Throws the draft away, here and on the server. */
  discard: () => Promise<void>;
  /** After "elsewhere": goes on with what is here, over the other. */
  keepMine: (currentVersion: number) => void;
};

/** Holds what a form has so far and saves it by itself: two seconds after a change, on leaving a field, on leaving the page. */
export function useDraft<Data>({ kind, subject, initial, restored }: UseDraftOptions<Data>): DraftInHand<Data> {
  const [data, setData] = useState<Data>(() => (unsavedData(kind, subject)?.data as Data | undefined) ?? restored?.data ?? initial);
  const [state, setState] = useState<DraftState>(restored ? { status: "saved", savedAt: restored.savedAt } : { status: "clean" });
  const saver = useRef<DraftSaver>(null);
  const version = restored?.version;

  useEffect(() => {
    saver.current = openDraft(kind, subject, version, setState);
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
  }, [kind, subject, version]);

  const latest = useRef(data);
  const change = useCallback((next: Data | ((before: Data) => Data)) => {
    latest.current = typeof next === "function" ? (next as (before: Data) => Data)(latest.current) : next;
    setData(latest.current);
    saver.current?.change(latest.current);
  }, []);
  const done = useCallback(() => {
    dropDraft(kind, subject);
    saver.current = null;
    setState({ status: "clean" });
  }, [kind, subject]);
  const discard = useCallback(async () => {
    done();
    await send("DELETE", paths.drafts, { kind, subject });
  }, [done, kind, subject]);
  const keepMine = useCallback((currentVersion: number) => saver.current?.goOnOver(currentVersion), []);
  return { data, change, state, done, discard, keepMine };
}
