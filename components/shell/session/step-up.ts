import { askedInFront } from "./asked-in-front";

/* What weighs most asks for the second factor again. The form stays; one dialog asks, and everything that waits for it goes again. */

const asked = askedInFront();

/** Asks for the second factor in front of the page; true once it is shown. False at once where no dialog is mounted. */
export const askForSecondFactor = asked.ask;
export const answerSecondFactor = asked.answer;
export const isSecondFactorAsked = asked.isAsked;
export const subscribeToSecondFactor = asked.subscribe;
