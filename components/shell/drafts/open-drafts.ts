import { draftSaver, type DraftData, type DraftSaver, type DraftState, type SavedDraft } from "./draft-saver";
import { paths } from "../paths";
import { send } from "../send";

type OpenDraft = { saver: DraftSaver; onState: (state: DraftState) => void };

/* Drafts outlive the form that wrote them until the server has them: a person may go to another page with the network down. */
const open = new Map<string, OpenDraft>();

const ignore = () => undefined;

/** The saver for this draft: the one still holding unsaved words, or a new one. */
export function openDraft(kind: string, subject: string, onState: (state: DraftState) => void): DraftSaver {
  const key = `${kind} ${subject}`;
  const held = open.get(key);
  if (held) {
    held.onState = onState;
    return held.saver;
  }
  const draft: OpenDraft = {
    onState,
    saver: draftSaver({
      kind,
      subject,
      put: (body, leaving) => send<SavedDraft>("PUT", paths.drafts, body, { keepalive: leaving, quiet: true }),
      onState: (state) => draft.onState(state),
    }),
  };
  open.set(key, draft);
  return draft.saver;
}

/** Saves what is left, and lets the draft go once the server has it. */
export async function leaveDraft(kind: string, subject: string) {
  const key = `${kind} ${subject}`;
  const draft = open.get(key);
  if (!draft) return;
  draft.onState = ignore;
  await draft.saver.flush();
  if (!draft.saver.isUnsaved() && draft.onState === ignore) open.delete(key);
}

/** Forgets the draft here without saving: it was sent, or thrown away. */
export function dropDraft(kind: string, subject: string) {
  const key = `${kind} ${subject}`;
  open.get(key)?.saver.stop();
  open.delete(key);
}

/** What was typed here and never reached the server. */
export function unsavedData(kind: string, subject: string): { data: DraftData } | null {
  return open.get(`${kind} ${subject}`)?.saver.unsaved() ?? null;
}

/** Saves every draft in this tab; true when the server has them all. */
export async function flushDrafts(leaving = false): Promise<boolean> {
  const savers = [...open.values()].map((draft) => draft.saver);
  await Promise.all(savers.map((saver) => saver.flush(leaving)));
  return savers.every((saver) => !saver.isUnsaved());
}
