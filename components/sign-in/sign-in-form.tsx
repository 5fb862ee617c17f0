"use client";

import { getCsrfToken } from "next-auth/react";
import { useState } from "react";
import { tellOtherTabs } from "../shell/session/session-channel";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import type { FieldProblem } from "../ui/form/form-errors";
import { TextInput } from "../ui/form/text-input";
import { goOn } from "./go-on";

type Given = { email: string; password: string; code: string };
const empty: Given = { email: "", password: "", code: "" };

const words: Record<string, string> = {
  wrong: "The e-mail address, password and code do not go together. Check them; a code works once and for half a minute.",
  wait: "There were too many attempts. Wait five minutes, then try again.",
  unavailable: "Hereward cannot check who signs in just now, so nobody can. Try again in a minute.",
  unreachable: "We could not reach Hereward. Check your connection and try again.",
};

/** Asks next-auth, which sets the cookie; null when signed in, else why not. */
export async function requestSignIn(given: Given): Promise<string | null> {
  try {
    const csrfToken = await getCsrfToken();
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...given, csrfToken: csrfToken ?? "", callbackUrl: "/my-day", json: "true" }),
    });
    const { url } = (await response.json()) as { url?: string };
    const error = url ? new URL(url, location.origin).searchParams.get("error") : "unreachable";
    if (!response.ok || error) return error ?? "wrong";
    // Forms waiting in other tabs for this sign-in go on by themselves.
    tellOtherTabs("signed-in");
    return null;
  } catch {
    return "unreachable";
  }
}

function missing(given: Given): FieldProblem[] {
  return [
    ...(given.email.includes("@") ? [] : [{ path: "email", message: "Enter your work e-mail address" }]),
    ...(given.password ? [] : [{ path: "password", message: "Enter your password" }]),
    ...(/^(\d{6}|[A-Za-z0-9]{10})$/.test(given.code.replace(/[\s-]/g, "")) ? [] : [{ path: "code", message: "Enter the 6 digits from your authenticator app" }]),
  ];
}

export function SignInForm({ next }: { next: string }) {
  const [given, setGiven] = useState(empty);
  const [errors, setErrors] = useState<FieldProblem[]>([]);
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const set = (name: keyof Given) => (value: string) => setGiven((before) => ({ ...before, [name]: value }));

  async function submit() {
    const gaps = missing(given);
    setErrors(gaps);
    setMessage(undefined);
    if (gaps.length > 0) return;
    setBusy(true);
    const refused = await requestSignIn(given);
    if (!refused) return goOn(next);
    setBusy(false);
    setMessage(words[refused] ?? words.wrong);
  }

  return (
    <Form onSubmit={() => void submit()} errors={errors} message={message} className="grid gap-stack">
      <TextInput name="email" label="Work e-mail address" type="email" autoComplete="username" value={given.email} onChange={set("email")} />
      <TextInput name="password" label="Password" type="password" autoComplete="current-password" value={given.password} onChange={set("password")} />
      <TextInput name="code" label="Code" hint="6 digits from your authenticator app, or one of your recovery codes" autoComplete="one-time-code" size="short" value={given.code} onChange={set("code")} />
      <div>
        <Button type="submit" look="primary" busy={isBusy}>
          Sign in
        </Button>
      </div>
    </Form>
  );
}
