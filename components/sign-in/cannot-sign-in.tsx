import { Disclosure } from "../ui/layout/disclosure";

/** What to do where signing in does not work. Nobody is let in by asking here: somebody who knows them decides. */
export function CannotSignIn() {
  return (
    <div className="pt-card">
      <Disclosure summary="I cannot sign in">
        <div className="grid gap-2">
          <p>Ask the administrator of your agency. They know you, and make you a link for a new password, or for a new device with a second person’s agreement.</p>
          <p>If you administer the agency yourself, another administrator does it, or county information governance where there is none.</p>
          <p>Until then ring a colleague: reports can be taken by anybody of your agency, and nothing you had typed is lost.</p>
        </div>
      </Disclosure>
    </div>
  );
}
