import type { AccountView } from "@/lib/platform/sign-in/schema";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { AuthenticatorCard } from "./authenticator-card";
import { PasskeysCard } from "./passkeys-card";
import { PasswordCard } from "./password-card";
import { RecoveryCard } from "./recovery-card";
import { SessionsCard } from "./sessions-card";

/** How a member signs in, and where they are signed in now: all of it theirs alone. */
export function AccountPage({ view }: { view: AccountView }) {
  return (
    <>
      <PageHeader>
        <PageTitle note="Nobody else sees this page, and nobody else can change what stands here.">How you sign in</PageTitle>
      </PageHeader>
      <PageBody>
        <div className="grid items-start gap-card lg:grid-cols-2">
          <PasskeysCard passkeys={view.passkeys} work={view.passkeysWork} />
          <SessionsCard sessions={view.sessions} />
          <RecoveryCard left={view.recoveryLeft} />
          <AuthenticatorCard words={view.authenticatorWords} />
          <PasswordCard words={view.passwordWords} />
        </div>
      </PageBody>
    </>
  );
}
