"use client";

import { useState } from "react";
import { Row, Rows } from "../ui/layout/card";
import { goOn } from "./go-on";
import { requestSignIn } from "./sign-in-form";

export type DemoMember = { name: string; email: string; who: string; agency: string };

/** The demo county's members. One press fills in the address, the password and the code. */
export function DemoMembers({ members, password, next }: { members: DemoMember[]; password: string; next: string }) {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();

  async function signInAs(email: string) {
    setBusy(email);
    setProblem(undefined);
    const refused = await fillIn(email, password);
    if (!refused) return goOn(next);
    setBusy(undefined);
    setProblem(refused === "wait" ? "Too many sign-ins as this member. Wait five minutes, or choose another." : "That did not work. Try again.");
  }

  return (
    <>
      <p role="status" className="px-card pt-2 empty:hidden">
        {problem ?? (busy ? "One moment: a code works once, so this may take a few seconds." : "")}
      </p>
      <p className="px-card pt-2 pb-3 text-note text-ink-soft">Press a name to sign in as them: nothing to type.</p>
      <Rows label="Demo members">
        {members.map((member) => (
          <Row key={member.email}>
            <button type="button" disabled={busy !== undefined} onClick={() => void signInAs(member.email)} className="flex min-h-target w-full flex-wrap content-center items-baseline justify-between gap-x-4 text-left disabled:opacity-60">
              <span>
                <span className="font-semibold text-link underline underline-offset-2">{member.name}</span> <span className="text-ink-soft">{member.who}</span>
              </span>
              <span className="text-note text-ink-soft">{member.agency}</span>
            </button>
          </Row>
        ))}
      </Rows>
    </>
  );
}

async function fillIn(email: string, password: string): Promise<string | null> {
  const response = await fetch("/api/demo/code", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ email }) });
  if (!response.ok) return "wrong";
  const { code, waitMs } = (await response.json()) as { code: string; waitMs: number };
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  return requestSignIn({ email, password, code });
}
