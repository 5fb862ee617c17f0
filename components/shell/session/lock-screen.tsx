"use client";

import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button, buttonClass } from "../../ui/button";
import { Dialog as QuestionDialog } from "../../ui/dialog";
import { leftWords } from "./idle-watch";
import { lockNow, lockState, openOnServer, subscribeToLock, type LockState } from "./lock-state";
import { paths } from "../paths";
import { flushDrafts } from "../drafts/open-drafts";
import { signInAddress } from "./session-actions";
import { listenToOtherTabs, tellOtherTabs } from "./session-channel";
import { ShowFactor } from "./show-factor";
import { useIdleLock } from "./use-idle-lock";

/** The page is gone; something typed is still waiting to be saved, by the same member only. */
function KeptBehind({ name }: { name: string }) {
  const [tried, setTried] = useState(false);
  const [hasEnded, setEnded] = useState(false);
  async function saveAndOpen() {
    if (await flushDrafts()) location.reload();
    else setTried(true);
  }
  async function unlocked() {
    tellOtherTabs("signed-in");
    await saveAndOpen();
  }
  useEffect(() => listenToOtherTabs((news) => news === "signed-in" && void saveAndOpen()), []);
  return (
    <>
      <p>Some of what you typed could not be saved yet. It is kept until {name} is back.</p>
      {tried ? <p className="font-bold">It still could not be saved. Check the connection, and that you are {name}.</p> : null}
      {hasEnded ? (
        <div className="flex flex-wrap justify-center gap-2">
          <a className={buttonClass("start", "large")} href={signInAddress()} target="_blank" rel="noreferrer">
            Sign in (opens in a new tab)
          </a>
          <Button size="large" onClick={() => void saveAndOpen()}>
            I have signed in
          </Button>
        </div>
      ) : (
        <div className="rounded-card bg-surface p-card text-ink">
          <ShowFactor name="unlock" askAt={paths.askUnlock} sendTo={paths.unlock} label="Unlock" withPassword onShown={() => void unlocked()} onEnded={() => setEnded(true)} />
        </div>
      )}
    </>
  );
}

/** Over everything, dialogs included, and keeps the focus. */
function Cover({ state, name }: { state: LockState; name: string }) {
  return (
    <ModalOverlay isOpen={state !== "open"} isKeyboardDismissDisabled className="fixed inset-0 z-60 bg-run text-nav-ink print:hidden">
      <Modal className="h-full">
        <Dialog className="grid h-full place-content-center justify-items-center gap-4 p-6 text-center outline-none">
          <Heading slot="title" className="text-title">
            Hereward is locked
          </Heading>
          {state === "kept" ? <KeptBehind name={name} /> : <p role="status">Saving your drafts and locking…</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Takes the page out of sight the moment it is locked, and keeps watch for an empty chair. */
export function LockScreen({ name, children }: { name: string; children: ReactNode }) {
  const state = useSyncExternalStore(subscribeToLock, lockState, openOnServer);
  const { idle, stay } = useIdleLock();
  const isWarning = state === "open" && idle.state === "warning";
  return (
    <>
      {state === "kept" ? null : <div hidden={state !== "open"}>{children}</div>}
      <Cover state={state} name={name} />
      <QuestionDialog
        isOpen={isWarning}
        onClose={stay}
        mustAnswer
        title="Are you still there?"
        foot={
          <>
            <Button onClick={() => void lockNow()}>Lock now</Button>
            <Button look="primary" onClick={stay}>
              Stay signed in
            </Button>
          </>
        }
      >
        <p role="status">Nothing has been pressed for a while. Hereward locks in {idle.state === "warning" ? leftWords(idle.secondsLeft) : ""}. Your drafts are kept.</p>
      </QuestionDialog>
    </>
  );
}
