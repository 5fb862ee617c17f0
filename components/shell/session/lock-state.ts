import { forgetWhatCameWithThePage } from "../forget";
import { lockAndLeave } from "./session-actions";
import { tellOtherTabs } from "./session-channel";

export type LockState = "open" | "locking" | "kept";

let state: LockState = "open";
const listeners = new Set<() => void>();

function become(next: LockState) {
  state = next;
  for (const listener of listeners) listener();
}

export const lockState = () => state;
export const openOnServer = (): LockState => "open";

export function subscribeToLock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Covers the page at once, then saves, forgets and leaves. */
export async function lockNow({ tellOthers = true } = {}) {
  if (state !== "open") return;
  become("locking");
  // Another tab locks the session as soon as it is told: what is typed here is saved before that.
  if (await lockAndLeave(() => tellOthers && tellOtherTabs("locked"))) return;
  become("kept");
  forgetWhatCameWithThePage();
}
