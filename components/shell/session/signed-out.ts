/* A session can end under a form. The form stays; one dialog asks to sign in again, and everything that was refused goes again. */

type Waiting = (signedIn: boolean) => void;

let waiting: Waiting[] = [];
const listeners = new Set<() => void>();
let isMounted = false;

function tell() {
  for (const listener of listeners) listener();
}

/** Asks for sign-in in front of the page; true once it is done. False at once where no dialog is mounted. */
export function askToSignIn(): Promise<boolean> {
  if (!isMounted) return Promise.resolve(false);
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });
}

export function answerSignIn(signedIn: boolean) {
  const asked = waiting;
  waiting = [];
  for (const resolve of asked) resolve(signedIn);
  tell();
}

export function isSignInAsked(): boolean {
  return waiting.length > 0;
}

export function subscribeToSignIn(listener: () => void): () => void {
  listeners.add(listener);
  isMounted = true;
  return () => {
    listeners.delete(listener);
    isMounted = listeners.size > 0;
  };
}
