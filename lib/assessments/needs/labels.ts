import { riskRefusals } from "../risk/labels";
import type { NeedSource } from "./schema";

export const needSourceLabels: Record<NeedSource, string> = {
  said: "Said by them",
  observed: "Seen by a worker",
  confirmed: "Confirmed by a service",
};

/** How a stored need is known; older records may hold words of their own. */
export function needSourceWords(source: string): string {
  return needSourceLabels[source as NeedSource] ?? (source === "self" ? needSourceLabels.said : source);
}

/** Why a need may not be recorded or ended, and what can be done instead. */
export const needRefusals: Record<string, string> = {
  ...riskRefusals,
  "no-such-need": "Select a need from the list.",
  "need-live": "This need is recorded already. End it first if it has changed.",
  "need-in-future": "A need is recorded from today or earlier.",
  "need-ended": "This need has ended already.",
  "need-ends-before-start": "The last day cannot be before the need began, or later than today.",
};
