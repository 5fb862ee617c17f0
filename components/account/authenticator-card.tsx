"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Authenticator } from "../joining/authenticator";
import { say } from "../shell/said";
import { send } from "../shell/send";
import type { Problem } from "../shell/sending/problem";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { TextInput } from "../ui/form/text-input";
import { Card } from "../ui/layout/card";

type Asked = { key: string; picture: { size: number; path: string }; uri: string };

export function AuthenticatorCard({ words }: { words: string | null }) {
  const [asked, setAsked] = useState<Asked>();
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function begin() {
    setBusy(true);
    setMessage(undefined);
    const sent = await send<Asked>("POST", "/api/account/authenticator/options", {});
    setBusy(false);
    if (sent.ok) setAsked(sent.data);
    else setMessage(sent.error.message);
  }
  return (
    <Card id="authenticator" title="Authenticator app" foot={<Button busy={isBusy} onClick={() => void begin()}>{words ? "Use another phone or app" : "Set one up"}</Button>}>
      {message ? (
        <p role="alert" className="pb-2 font-bold text-warning">
          {message}
        </p>
      ) : null}
      <p>{words ? `Set up ${words}. Its codes are your second way in.` : "You have none."}</p>
      {asked ? <RenewDialog asked={asked} onClose={() => setAsked(undefined)} /> : null}
    </Card>
  );
}

function RenewDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const router = useRouter();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  async function renew() {
    setBusy(true);
    const sent = await send("POST", "/api/account/authenticator", { code });
    setBusy(false);
    if (!sent.ok) return setProblem(sent.error);
    onClose();
    say({ title: "Your new authenticator app works. The old one opens nothing any more." });
    router.refresh();
  }
  return (
    <Dialog isOpen onClose={onClose} title="Use another phone or app">
      <Form name="authenticator" onSubmit={() => void renew()} errors={problem?.fields ?? []} message={problem && !problem.fields?.length ? problem.message : undefined} className="grid gap-stack">
        <p>Until you have entered the app’s first code here, the old one goes on working.</p>
        <Authenticator authenticator={asked} />
        <p>
          <a href={asked.uri} className="font-semibold text-link underline underline-offset-2">
            Open it in an app on this device
          </a>
        </p>
        <TextInput name="code" label="The code that the new app shows" inputMode="numeric" size="short" value={code} onChange={setCode} />
        <div>
          <Button type="submit" look="primary" busy={isBusy}>
            Use it from now on
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
