"use client";

import { useState } from "react";
import type { OpenedLink } from "@/lib/platform/sign-in/joining/links";
import { tellOtherTabs } from "../shell/session/session-channel";
import type { Problem } from "../shell/sending/problem";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { TextInput } from "../ui/form/text-input";
import { Authenticator } from "./authenticator";
import { post } from "./post";

const lead: Record<OpenedLink["mode"], (link: OpenedLink) => string> = {
  "set-up": ({ name, agency, isReset }) => (isReset ? `${name}, choose a password and set up your new device. Your old one stops working.` : `${name}, you have a post at ${agency}. You need a password and an authenticator app; both take a minute.`),
  password: ({ name }) => `${name}, choose a new password. Your authenticator app stays as it is.`,
  known: ({ name, agency }) => `${name}, you have a post at ${agency}. You sign in as you do already: prove that it is you, and it is there to choose.`,
};

/** A password where one is to be set, a code that proves the device, and in. */
export function JoinForm({ secret, link }: { secret: string; link: OpenedLink }) {
  const [given, setGiven] = useState({ password: "", code: "" });
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const isNew = link.mode !== "known";

  async function submit() {
    setBusy(true);
    const sent = await post("/api/join/finish", { secret, ...given });
    setBusy(false);
    if (!sent.ok) return setProblem(sent.error);
    tellOtherTabs("signed-in");
    location.replace("/my-day");
  }

  return (
    <Form name="join" className="grid gap-stack" errors={problem?.fields} message={problem?.fields?.length ? undefined : problem?.message} onSubmit={() => void submit()}>
      <p>{lead[link.mode](link)}</p>
      <TextInput name="email" label="You sign in as" type="email" autoComplete="username" readOnly value={link.email} />
      <TextInput
        name="password" label={isNew ? "New password" : "Password"} type="password" autoComplete={isNew ? "new-password" : "current-password"}
        hint={isNew ? "12 characters or more. You may paste one from a password manager" : undefined} value={given.password} onChange={(password) => setGiven({ ...given, password })}
      />
      {link.authenticator ? <Authenticator authenticator={link.authenticator} /> : null}
      <TextInput name="code" label="Code" hint="6 digits that your authenticator app shows now" inputMode="numeric" autoComplete="one-time-code" size="short" value={given.code} onChange={(code) => setGiven({ ...given, code })} />
      <div><Button type="submit" look="primary" busy={isBusy}>{link.mode === "password" ? "Set it and sign in" : link.mode === "known" ? "Take up the post" : "Finish and sign in"}</Button></div>
    </Form>
  );
}
