import { forgetEverything } from "../forget";
import { flushDrafts } from "../drafts/open-drafts";
import { paths } from "../paths";
import { send, type Sent } from "../send";
import { tellOtherTabs } from "./session-channel";

/** The way back to this page. Addresses hold ids only, so this carries nothing personal. */
function withWayBack(path: string): string {
  return `${path}?${new URLSearchParams({ next: location.pathname })}`;
}

/** Where to sign in, and come back to this page. */
export function signInAddress(): string {
  return withWayBack(paths.signIn);
}

/** Ends this session, or every session of this member, and leaves nothing behind in the browser. */
export async function signOut(everywhere: boolean): Promise<Sent<unknown>> {
  await flushDrafts();
  const sent = await send("POST", everywhere ? paths.signOutEverywhere : paths.signOut, {}, { quiet: true });
  if (!sent.ok && sent.error.error !== "Unauthenticated") return sent;
  forgetEverything();
  tellOtherTabs("signed-out");
  location.replace(`${paths.signIn}?because=signed-out`);
  return { ok: true, data: null };
}

/** Goes on as another of the members this person is: a secondment, a second agency. */
export async function switchMember(memberId: string): Promise<Sent<unknown>> {
  await flushDrafts();
  const sent = await send("POST", paths.switchMember, { memberId });
  if (!sent.ok) return sent;
  forgetEverything();
  location.replace(paths.home);
  return sent;
}

/**
 * Saves the drafts, locks the session and leaves the page, so that neither the page nor the memory behind it holds anything.
 * False when drafts could not be saved: then the cover stays in place of the page, and holds what was typed and nothing else.
 */
export async function lockAndLeave(beforeItLocks: () => void = () => undefined): Promise<boolean> {
  const areSaved = await flushDrafts();
  beforeItLocks();
  await send("POST", paths.lock, {}, { quiet: true, keepalive: true });
  forgetEverything();
  if (!areSaved) return false;
  location.replace(withWayBack(paths.locked));
  return true;
}
