import { Card } from "../ui/layout/card";
import { InfoStrip } from "../ui/signal/notice";
import { DemoMembers, type DemoMember } from "./demo-members";
import { CannotSignIn } from "./cannot-sign-in";
import { safePath } from "./go-on";
import { PasskeySignIn } from "./passkey-sign-in";
import { SignInForm } from "./sign-in-form";

const reasons: Record<string, string> = {
  ended: "Your session has ended. What you had typed is kept as a draft.",
  locked: "Locked. What you had typed is kept as a draft.",
  "signed-out": "You have signed out.",
};

type Props = { next: string; because: string; passkeys: boolean; demo: { members: DemoMember[]; password: string } | null };

export function SignInPage({ next, because, passkeys, demo }: Props) {
  const reason = reasons[because];
  return (
    <main id="main" className="mx-auto grid max-w-240 gap-stack px-card py-8">
      <header className="grid gap-1">
        <h1 className="text-title">Hereward</h1>
        <p className="text-ink-soft">Shared case management for anti-social behaviour, for the agencies of Cambridgeshire and Peterborough.</p>
      </header>
      {reason ? <InfoStrip title={reason} role="status" /> : null}
      <div className="grid items-start gap-card lg:grid-cols-2">
        <Card id="sign-in" title="Sign in">
          {passkeys ? <PasskeySignIn next={safePath(next)} /> : null}
          <SignInForm next={safePath(next)} />
          <CannotSignIn />
        </Card>
        {demo ? (
          <Card id="demo" title="Demo county" aside="Invented people, invented cases" flush>
            <DemoMembers members={demo.members} password={demo.password} next={safePath(next)} />
          </Card>
        ) : null}
      </div>
    </main>
  );
}
