import type { Actor } from "./actor";

/** The five ways a request can end without doing what was asked. Anything else that is thrown is a bug. */
export type FieldMessage = { path: string; message: string };

/** What was sent does not fit: each message says what to enter. */
export class InvalidInput extends Error {
  constructor(readonly fields: FieldMessage[], message = "Some answers need another look.") {
    super(message);
  }
}

/** It does not exist, or the asker may not know that it does: the two are never told apart. */
export class NotFound extends Error {
  constructor() {
    super("We could not find that.");
  }
}

/** The asker can see it but may not do this; the reason is a code that the area's labels put into words. A page that is refused still shows its asker their menu. */
export class Forbidden extends Error {
  constructor(readonly reason: string, readonly words?: string, readonly asker?: { actor: Actor; now: Date }) {
    super(words ?? reason);
  }
}

/** It weighs enough to ask once more who is there: nothing was done, and the same request may be sent again once the second factor was shown. */
export class StepUpNeeded extends Forbidden {
  constructor() {
    super("step-up", "Show once more that it is you. Nothing was saved yet.");
  }
}

/** A rule of the work stands in the way; the rule is a code that the area's labels put into words. */
export class Refused extends Error {
  constructor(readonly rule: string, readonly words?: string, readonly detail?: Record<string, unknown>) {
    super(words ?? rule);
  }
}

/** Someone else changed it first. Nothing was saved; `current` is what stands now. */
export class Conflict extends Error {
  constructor(readonly current?: unknown) {
    super("Someone else changed this while you were working on it.");
  }
}

/** More people ask at once than the database serves in time. Nothing was saved. Not one of the five: it says nothing of what was asked. */
export class Busy extends Error {
  constructor() {
    super("Hereward is very busy just now. Nothing was saved. Try again in a few seconds.");
  }
}

/** Nobody is signed in, or the session has ended. Not one of the five: it is met before any question is asked. */
export class Unauthenticated extends Error {
  constructor() {
    super("Sign in to go on.");
  }
}
