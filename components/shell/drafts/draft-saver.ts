import type { Sent } from "../send";

export type DraftData = Record<string, unknown>;
export type Draft = { kind: string; subject: string; data: DraftData };
export type SavedDraft = { savedAt: string };

export type DraftState =
  | { status: "clean" }
  | { status: "waiting" }
  | { status: "saving" }
  | { status: "saved"; savedAt: string }
  /** Only in this tab so far, and tried again by itself. */
  | { status: "kept-here"; isSignedOut: boolean };

type DraftSaverOptions = {
  kind: string;
  subject: string;
  put: (draft: Draft, leaving: boolean) => Promise<Sent<SavedDraft>>;
  onState: (state: DraftState) => void;
  pause?: number;
  retryAfter?: number;
};

export type DraftSaver = ReturnType<typeof draftSaver>;

/** Saves what was typed a little after the typing stops, one save at a time, and keeps at it until the server has the last of it. */
export function draftSaver({ kind, subject, put, onState, pause = 2_000, retryAfter = 10_000 }: DraftSaverOptions) {
  let unsaved: { data: DraftData } | null = null;
  let saving: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function plan(after: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  }
  async function saveOnce(leaving: boolean) {
    const taken = unsaved;
    if (!taken || stopped) return;
    unsaved = null;
    onState({ status: "saving" });
    const sent = await put({ kind, subject, data: taken.data }, leaving);
    if (stopped) return;
    if (sent.ok) return onState(unsaved ? { status: "waiting" } : { status: "saved", savedAt: sent.data.savedAt });
    unsaved ??= taken;
    onState({ status: "kept-here", isSignedOut: sent.error.error === "Unauthenticated" });
    plan(retryAfter);
  }
  /** Saves now what is not saved yet. */
  async function flush(leaving = false): Promise<void> {
    clearTimeout(timer);
    // The server keeps whichever came last, so saves go in turn; only a page that is going away cannot wait.
    if (saving && !leaving) await saving;
    saving = saveOnce(leaving).finally(() => {
      saving = null;
    });
    return saving;
  }
  return {
    change(data: DraftData) {
      if (stopped) return;
      unsaved = { data };
      onState({ status: "waiting" });
      plan(pause);
    },
    flush,
    /** What is typed and not on its way to the server yet. */
    unsaved: () => unsaved,
    /** True while something typed may be only in this tab. */
    isUnsaved: () => unsaved !== null || saving !== null,
    /** When a save already on its way has been answered. */
    settled: () => saving ?? Promise.resolve(),
    stop() {
      stopped = true;
      unsaved = null;
      clearTimeout(timer);
    },
  };
}
