import type { Sent } from "../send";

export type Draft = { kind: string; subject: string; data: unknown; version?: number };
export type SavedDraft = { version: number; savedAt: string };

export type DraftState =
  | { status: "clean" }
  | { status: "waiting" }
  | { status: "saving" }
  | { status: "saved"; savedAt: string }
  /** Kept in this tab, and tried again by itself. */
  | { status: "kept-here"; isSignedOut: boolean }
  /** The same draft was changed in another tab or on another device. */
  | { status: "elsewhere"; current: unknown };

type Put = (draft: Draft, leaving: boolean) => Promise<Sent<SavedDraft>>;

type DraftSaverOptions = {
  kind: string;
  subject: string;
  version?: number;
  put: Put;
  onState: (state: DraftState) => void;
  pause?: number;
  retryAfter?: number;
};

export type DraftSaver = ReturnType<typeof draftSaver>;

/** Saves what was typed a little after the typing stops, one save at a time, and keeps at it until the server has the last of it. */
export function draftSaver({ kind, subject, version, put, onState, pause = 2_000, retryAfter = 10_000 }: DraftSaverOptions) {
  let unsaved: { data: unknown } | null = null;
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
    // An earlier save still on its way would make this one look stale, and there is no second chance: no version means "over whatever is there".
    const over = leaving && saving ? undefined : version;
    const sent = await put({ kind, subject, data: taken.data, version: over }, leaving);
    if (stopped) return;
    if (sent.ok) {
      version = sent.data.version;
      return onState(unsaved ? { status: "waiting" } : { status: "saved", savedAt: sent.data.savedAt });
    }
    unsaved ??= taken;
    if (sent.error.error === "Conflict") {
      stopped = true;
      return onState({ status: "elsewhere", current: sent.error.current });
    }
    onState({ status: "kept-here", isSignedOut: sent.error.error === "Unauthenticated" });
    plan(retryAfter);
  }
  /** Saves now what is not saved yet. */
  async function flush(leaving = false): Promise<void> {
    clearTimeout(timer);
    // A page that is going away cannot wait its turn.
    if (saving && !leaving) await saving;
    saving = saveOnce(leaving).finally(() => {
      saving = null;
    });
    return saving;
  }
  return {
    change(data: unknown) {
      unsaved = { data };
      if (stopped) return;
      onState({ status: "waiting" });
      plan(pause);
    },
    flush,
    /** What is typed and not on the server yet. */
    unsaved: () => unsaved,
    /** True while something typed is only in this tab. */
    isUnsaved: () => unsaved !== null || saving !== null,
    /** Goes on after a conflict, over the version that is there now. */
    goOnOver(currentVersion: number) {
      version = currentVersion;
      stopped = false;
      plan(0);
    },
    stop() {
      stopped = true;
      unsaved = null;
      clearTimeout(timer);
    },
  };
}
