import { forgetEverything } from "../forget";
import { flushDrafts } from "../drafts/open-drafts";
import { paths } from "../paths";
import { send, type Sent } from "../send";
import { tellOtherTabs } from "./session-channel";

/** The way back to this page after sign-in. Addresses hold ids only, so this carries nothing personal. */
export function signInAddress(because?: "locked" | "signed-out"): string {
  const query = new URLSearchParams({ next: location.pathname });
  if (because) query.set("because", because);
  return `${paths.signIn}?${query}`;
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
 * Saves the drafts, ends the session and leaves the page, so that neither the page nor the memory behind it holds anything.
 * False when drafts could not be saved: then the cover must stay and the page behind it with them.
 */
export async function lockAndLeave(): Promise<boolean> {
  const areSaved = await flushDrafts();
  await send("POST", paths.signOut, {}, { quiet: true, keepalive: true });
  if (!areSaved) return false;
  forgetEverything();
  location.replace(signInAddress("locked"));
  return true;
}
