"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AccountView } from "@/lib/platform/sign-in/schema";
import { say } from "../shell/said";
import { send } from "../shell/send";
import { makePasskey, usePasskeysHere } from "../shell/session/passkey-here";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextInput } from "../ui/form/text-input";
import { Card, Row, Rows } from "../ui/layout/card";

type Passkey = AccountView["passkeys"][number];

export function PasskeysCard({ passkeys, work }: { passkeys: Passkey[]; work: boolean }) {
  const router = useRouter();
  const canMake = usePasskeysHere() && work;
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey>();
  const done = (title: string) => {
    setAdding(false);
    setLeaving(undefined);
    say({ title });
    router.refresh();
  };
  return (
    <Card id="passkeys" title="Passkeys" aside={passkeys.length ? `${passkeys.length} added` : ""} flush foot={canMake ? <Button look="primary" onClick={() => setAdding(true)}>Add a passkey</Button> : null}>
      <p className="px-card py-3 text-note text-ink-soft">
        A passkey signs you in with your finger, your face or the PIN of your device: no password, no code, and nothing to be tricked out of you.
        {canMake ? "" : " This browser, or this address, cannot make one."}
      </p>
      {passkeys.length ? (
        <Rows label="Your passkeys" className="border-t border-line">
          {passkeys.map((passkey) => (
            <Row key={passkey.passkeyId} className="flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 wrap-anywhere">
                <strong className="block">{passkey.name}</strong>
                <span className="text-note text-ink-soft">
                  Added {passkey.sinceWords}
                  {passkey.lastWords ? ` · last used ${passkey.lastWords}` : " · not used yet"}
                </span>
              </span>
              <Button size="small" aria-label={`Remove ${passkey.name}`} onClick={() => setLeaving(passkey)}>
                Remove
              </Button>
            </Row>
          ))}
        </Rows>
      ) : null}
      {isAdding ? <AddDialog onClose={() => setAdding(false)} onAdded={(name) => done(`${name} is added. You can sign in with it from now on.`)} /> : null}
      {leaving ? <RemoveDialog passkey={leaving} onClose={() => setLeaving(undefined)} onRemoved={() => done(`${leaving.name} is removed. It opens nothing any more.`)} /> : null}
    </Card>
  );
}

function AddDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (name: string) => void }) {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string>();
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function add() {
    setMessage(undefined);
    setFault(name.trim() ? undefined : "Give the passkey a name, such as “Work laptop”");
    if (!name.trim()) return;
    setBusy(true);
    const sent = await makePasskey("/api/account/passkeys/options", "/api/account/passkeys", name.trim());
    setBusy(false);
    if (sent.ok) return onAdded(name.trim());
    setMessage(sent.error.fields?.[0]?.message ?? sent.error.message);
  }
  return (
    <Dialog isOpen onClose={onClose} title="Add a passkey">
      <Form name="passkey" onSubmit={() => void add()} errors={fault ? [{ path: "name", message: fault }] : []} message={message} className="grid gap-stack">
        <TextInput name="name" label="What you call it" hint="So that you know it again: the device or the key it is on" value={name} onChange={setName} maxLength={60} size="medium" />
        <p>Your browser asks where to keep it, and for your finger, your face or a PIN.</p>
        <div>
          <Button type="submit" look="primary" busy={isBusy}>
            Add it
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function RemoveDialog({ passkey, onClose, onRemoved }: { passkey: Passkey; onClose: () => void; onRemoved: () => void }) {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function remove() {
    setBusy(true);
    const sent = await send("DELETE", `/api/account/passkeys/${passkey.passkeyId}`, {});
    setBusy(false);
    if (sent.ok) onRemoved();
    else setMessage(sent.error.message);
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Remove ${passkey.name}?`}
      foot={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="primary" busy={isBusy} onClick={() => void remove()}>
            Remove it
          </Button>
        </>
      }
    >
      {message ? (
        <p role="alert" className="pb-2 font-bold text-warning">
          {message}
        </p>
      ) : null}
      <p>It will not sign you in any more. Delete it from the device as well, so that it is not offered there.</p>
    </Dialog>
  );
}
