"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "../shell/send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Card } from "../ui/layout/card";

const leftWords = (left: number) => (left === 0 ? "You have none." : left === 1 ? "One is left." : `${left} are left.`);

export function RecoveryCard({ left }: { left: number }) {
  const router = useRouter();
  const [codes, setCodes] = useState<string[]>();
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function make() {
    setBusy(true);
    setMessage(undefined);
    const sent = await send<{ codes: string[] }>("POST", "/api/account/recovery-codes", {});
    setBusy(false);
    if (sent.ok) setCodes(sent.data.codes);
    else setMessage(sent.error.message);
  }
  function close() {
    setCodes(undefined);
    router.refresh();
  }
  return (
    <Card id="recovery" title="Recovery codes" foot={<Button busy={isBusy} onClick={() => void make()}>{left > 0 ? "Make ten new ones" : "Make ten codes"}</Button>}>
      {message ? (
        <p role="alert" className="pb-2 font-bold text-warning">
          {message}
        </p>
      ) : null}
      <p>
        <strong>{leftWords(left)}</strong> For the day your phone is lost: enter one in place of the code, with your password. Each works once.{left > 0 ? " New ones end the old." : ""}
      </p>
      <Dialog isOpen={codes !== undefined} onClose={close} mustAnswer title="Your recovery codes" foot={<Button look="primary" onClick={close}>I have kept them</Button>}>
        <p>Print them or write them down, and keep them where you keep your passport. They are shown this once.</p>
        <ol aria-label="Recovery codes" className="mt-3 grid grid-cols-1 gap-x-6 gap-y-1 text-lead font-semibold tabular-nums sm:grid-cols-2">
          {codes?.map((code) => <li key={code}>{code}</li>)}
        </ol>
      </Dialog>
    </Card>
  );
}
