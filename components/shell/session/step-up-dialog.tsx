"use client";

import { useSyncExternalStore } from "react";
import { Dialog } from "../../ui/dialog";
import { paths } from "../paths";
import { answerSignIn, askToSignIn } from "./signed-out";
import { ShowFactor } from "./show-factor";
import { answerSecondFactor, isSecondFactorAsked, subscribeToSecondFactor } from "./step-up";

const notOnServer = () => false;

// The session went while it was asked: signing in shows both factors, so what waited may go on.
async function signInInstead() {
  const isDone = await askToSignIn();
  answerSecondFactor(isDone);
  if (!isDone) answerSignIn(false);
}

/** Before what weighs most: show once more that it is you. The form behind stays as it is, and goes on by itself. */
export function StepUpDialog() {
  const isAsked = useSyncExternalStore(subscribeToSecondFactor, isSecondFactorAsked, notOnServer);
  return (
    <Dialog isOpen={isAsked} onClose={() => answerSecondFactor(false)} title="Show that it is you">
      <p className="pb-3">What you are about to do weighs a lot, so Hereward asks for your second factor again. What you typed is kept, and goes on by itself afterwards.</p>
      <ShowFactor name="step-up" askAt={paths.askStepUp} sendTo={paths.stepUp} label="Go on" onShown={() => answerSecondFactor(true)} onEnded={() => void signInInstead()} />
    </Dialog>
  );
}
