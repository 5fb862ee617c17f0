"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Button, buttonClass } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { paths } from "../paths";
import { listenToOtherTabs } from "./session-channel";
import { answerSignIn, isSignInAsked, subscribeToSignIn } from "./signed-out";

const notOnServer = () => false;

/** When the session has ended under a form: sign in elsewhere, come back, and the form goes where it was going. */
export function SignInAgain({ name }: { name: string }) {
  const isAsked = useSyncExternalStore(subscribeToSignIn, isSignInAsked, notOnServer);
  useEffect(() => {
    if (!isAsked) return;
    return listenToOtherTabs((news) => news === "signed-in" && answerSignIn(true));
  }, [isAsked]);
  return (
    <Dialog
      isOpen={isAsked}
      onClose={() => answerSignIn(false)}
      title="Sign in again"
      foot={
        <>
          <Button onClick={() => answerSignIn(true)}>I have signed in: try again</Button>
          <a className={buttonClass("primary")} href={`${paths.signIn}?next=${paths.home}`} target="_blank" rel="noreferrer">
            Sign in (opens in a new tab)
          </a>
        </>
      }
    >
      <p>You have been signed out, perhaps because nothing was pressed for 15 minutes. What you typed is still here behind this box.</p>
      <p className="mt-2">Sign in as {name} in the new tab, then come back: this carries on by itself.</p>
    </Dialog>
  );
}
