import { askedInFront } from "./asked-in-front";

/* A session can end under a form. The form stays; one dialog asks to sign in again, and everything that was refused goes again. */

const asked = askedInFront();

/** Asks for sign-in in front of the page; true once it is done. False at once where no dialog is mounted. */
export const askToSignIn = asked.ask;
export const answerSignIn = asked.answer;
export const isSignInAsked = asked.isAsked;
export const subscribeToSignIn = asked.subscribe;
