"use client";

import { useState } from "react";
import { paths } from "../shell/paths";
import { showPasskey, usePasskeysHere } from "../shell/session/passkey-here";
import { tellOtherTabs } from "../shell/session/session-channel";
import { Button } from "../ui/button";
import { goOn } from "./go-on";

/** The first way in, where the browser can: no name, no password, no code. */
export function PasskeySignIn({ next }: { next: string }) {
  const canUse = usePasskeysHere();
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (!canUse) return null;
  async function signIn() {
    setBusy(true);
    setMessage(undefined);
    const sent = await showPasskey(paths.askSignInPasskey, paths.signInByPasskey);
    if (!sent.ok) {
      setBusy(false);
      return setMessage(sent.error.message);
    }
    tellOtherTabs("signed-in");
    await goOn(next);
  }
  return (
    <div className="grid gap-2 border-b border-line pb-card mb-card">
      <div>
        <Button look="primary" busy={isBusy} onClick={() => void signIn()}>
          Sign in with a passkey
        </Button>
      </div>
      <p role="alert" className="font-bold text-warning empty:hidden">
        {message}
      </p>
      <p className="text-note text-ink-soft">Or with your password and a code:</p>
    </div>
  );
}
