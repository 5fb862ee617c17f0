"use client";

import { useEffect, useState } from "react";
import { Button } from "../../ui/button";
import { Form } from "../../ui/form/form";
import type { FieldProblem } from "../../ui/form/form-errors";
import { TextInput } from "../../ui/form/text-input";
import { send } from "../send";
import type { Problem } from "../sending/problem";
import { showPasskey, usePasskeysHere } from "./passkey-here";

type Ways = { name?: string; passkey: object | null; demo: { code: string; waitMs: number } | null };

type ShowFactorProps = {
  name: string;
  askAt: string;
  sendTo: string;
  /** What the button says. */
  label: string;
  /** A locked session may also be opened with the password. */
  withPassword?: boolean;
  onShown: () => void;
  /** The session is no longer there to be shown anything. */
  onEnded: () => void;
  onWays?: (ways: Ways) => void;
};

/** Asks whoever is there to show that they are the one who signed in: a passkey first, the code of the moment, or where it is enough the password. */
export function ShowFactor({ name, askAt, sendTo, label, withPassword, onShown, onEnded, onWays }: ShowFactorProps) {
  const [ways, setWays] = useState<Ways>();
  const [by, setBy] = useState<"code" | "password">("code");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const canUsePasskeys = usePasskeysHere();
  const hasPasskey = canUsePasskeys && Boolean(ways?.passkey);

  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void send<Ways>("POST", askAt, {}, { quiet: true }).then((sent) => {
      if (isGone) return;
      if (!sent.ok) return sent.error.error === "Unauthenticated" ? onEnded() : setProblem(sent.error);
      setWays(sent.data);
      onWays?.(sent.data);
      const { demo } = sent.data;
      // The demo has no phone to look at, so its code is filled in as at sign-in.
      if (demo) timer = setTimeout(() => setTyped((before) => before || demo.code), demo.waitMs);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
    // Asked once, when it is put in front.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [askAt]);

  async function after(sending: ReturnType<typeof showPasskey>) {
    setBusy(true);
    setProblem(undefined);
    const sent = await sending;
    if (sent.ok) return onShown();
    setBusy(false);
    if (sent.error.error === "Unauthenticated" || sent.error.reason === "ended") return onEnded();
    setProblem(sent.error);
  }
  function submit() {
    const path = by;
    const isThere = by === "code" ? /^\d{6}$/.test(typed.replace(/\s/g, "")) : typed !== "";
    if (!isThere) return setProblem({ error: "InvalidInput", message: "", fields: [{ path, message: by === "code" ? "Enter the 6 digits from your authenticator app" : "Enter your password" }] });
    void after(send("POST", sendTo, { [path]: typed }, { quiet: true }));
  }
  const errors: FieldProblem[] = problem?.fields?.map(({ message }) => ({ path: by, message })) ?? [];
  return (
    <div className="grid gap-stack text-start">
      {hasPasskey ? (
        <div>
          <Button look="primary" onClick={() => void after(showPasskey(askAt, sendTo))} busy={isBusy}>
            Use your passkey
          </Button>
        </div>
      ) : null}
      <Form name={name} onSubmit={submit} errors={errors} message={problem && errors.length === 0 ? problem.message : undefined} className="grid gap-stack">
        {by === "code" ? (
          <TextInput name="code" label="Code" hint={ways?.demo ? "Filled in for you in the demo; a code works once, so this may take a few seconds" : "6 digits from your authenticator app"} inputMode="numeric" autoComplete="one-time-code" size="short" value={typed} onChange={setTyped} />
        ) : (
          <TextInput name="password" label="Password" type="password" autoComplete="current-password" size="medium" value={typed} onChange={setTyped} />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look={hasPasskey ? "secondary" : "primary"} busy={isBusy}>
            {label}
          </Button>
          {withPassword ? (
            <Button
              look="quiet"
              onClick={() => {
                setBy(by === "code" ? "password" : "code");
                setTyped("");
                setProblem(undefined);
              }}
            >
              {by === "code" ? "Use your password instead" : "Use a code instead"}
            </Button>
          ) : null}
        </div>
      </Form>
    </div>
  );
}
