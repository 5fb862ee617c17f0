import { ragLabels } from "@/lib/clocks/labels";
import { dayAndTime, longDay } from "@/lib/format/dates";
import { triggerLabels } from "../triggers/labels";
import { type LoweringRefusal, longestLowering, type RagCause } from "./rules";

/** A reason in parts: what, which agency recorded it, when, and a member's own words where there are any. */
export type RagReason = { what: string; by: string | null; at: Date | null; ownWords: string };

/** What raised an assessment above its score's colour: judgement, or the trigger that did. */
export const judged = "judgement";

function raisedWords(raisedBy: string | null | undefined): string {
  if (!raisedBy) return "";
  const label = triggerLabels[raisedBy] ?? `trigger ${raisedBy}`;
  return raisedBy === judged ? ", raised by judgement" : `, raised by “${label.charAt(0).toLowerCase()}${label.slice(1)}”`;
}

/** Why a case is its colour, in parts. Names nobody a case is about. */
export function ragReason(cause: RagCause): RagReason {
  if (cause.kind === "unassessed") return { what: "Not assessed yet", by: null, at: null, ownWords: "" };
  const { by, at } = cause;
  switch (cause.kind) {
    case "trigger":
      return { what: `${triggerLabels[cause.key] ?? `Trigger ${cause.key}`} recorded`, by, at, ownWords: "" };
    case "raised":
      return { what: "Raised by judgement", by, at, ownWords: cause.reason };
    case "victim":
      return { what: `${cause.ofVictims > 1 ? `Highest of ${cause.ofVictims} victims` : "Victim"} assessed at ${cause.score}${raisedWords(cause.raisedBy)}`, by, at, ownWords: "" };
    case "behaviour":
      return { what: `Behaviour and community impact assessed at ${cause.score}${raisedWords(cause.raisedBy)}`, by, at, ownWords: "" };
    case "lowered":
      return {
        what: `Lowered from ${ragLabels[cause.from].toLowerCase()} until ${longDay(cause.until)}`,
        by, at, ownWords: cause.reason,
      };
  }
}

/** Why a case is its colour, in one line: "Suicide or self-harm recorded by Fen Homes, Mon 16 Nov 16:40". */
export function ragReasonWords(cause: RagCause, now: Date): string {
  const { what, by, at } = ragReason(cause);
  const author = by ? ` by ${by}` : "";
  return at ? `${what}${author}, ${dayAndTime(at, now)}` : `${what}${author}`;
}

/** Why a colour may not be lowered, and what can be done. */
export const loweringRefusalLabels: Record<LoweringRefusal, string> = {
  "not-manager-of-lead": "Only a manager of the lead agency can lower the colour. Ask one, or write your view in the log.",
  "trigger-live": "A trigger holds this case at red. It must be ended first, after a new assessment and not before 14 days.",
  "not-lower": "Select a colour lower than the case has now.",
  "needs-assessment": "Assess the risk again first: there has been no assessment since this colour was set.",
  "expiry-past": "The last day must be today or later.",
  "expiry-too-far": `The last day must be within ${longestLowering} days.`,
};
