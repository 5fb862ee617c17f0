"use client";

import { londonClock } from "@/lib/format/dates";
import { Button } from "../ui/button";
import type { DraftState } from "./drafts/draft-saver";
import { flushDrafts } from "./drafts/open-drafts";
import { askToSignIn } from "./session/signed-out";

function timeWithSeconds(instant: string): string {
  const { hour, minute, second } = londonClock(instant);
  return [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
}

async function signInAndSave() {
  if (await askToSignIn()) await flushDrafts();
}

/** Whether what is typed is safe, in a few quiet words: "Draft saved 09:13:52". */
export function DraftNote({ state }: { state: DraftState }) {
  return (
    <span role="status" className="text-note text-ink-soft tabular-nums print:hidden">
      {state.status === "saved" ? `Draft saved ${timeWithSeconds(state.savedAt)}` : null}
      {state.status === "waiting" || state.status === "saving" ? <span aria-hidden="true">Saving…</span> : null}
      {state.status === "kept-here" && !state.isSignedOut ? <strong className="text-warning">Not saved yet: kept on this page, trying again</strong> : null}
      {state.status === "kept-here" && state.isSignedOut ? (
        <>
          <strong className="text-warning">Not saved: you are signed out.</strong>{" "}
          <Button look="quiet" size="small" onClick={() => void signInAndSave()}>
            Sign in to save it
          </Button>
        </>
      ) : null}
    </span>
  );
}
