import { daysBetween, londonDay } from "@/lib/format/dates";
import type { CaseStatus } from "./schema";

/** A case's title: what it is about and which ward, never a name or an address. */
export function caseTitle(headingLabel: string, wardName: string): string {
  return wardName ? `${headingLabel}, ${wardName}` : headingLabel;
}

export type TitleProblem = "name" | "postcode" | "address" | "contact";

const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/i;
const ADDRESS = /\b(?:no\.? ?|number |flat )?\d+[a-z]?,? (?:[\p{L}'’-]+ ){0,3}(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|way|court|crescent|place|terrace|gardens|grove|row|hill|walk)\b|\b(?:no\.|number|flat|house) ?\d+/iu;
const CONTACT = /\S+@\S+\.\S+|(?:\+44|\b0)[\d ]{8,}\d/;
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Rev)\b\.? ?\p{Lu}/u;
const AGAINST = /\p{Lu}[\p{L}'’-]* v\.? \p{Lu}/u;

const wordsOf = (text: string) => new Set(text.toLocaleLowerCase("en-GB").match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []);

/**
 * What a title gives away: a postcode, an address, a way to get in touch, a name that looks like one, or a word of a
 * protected name. Words of the ward are let through, for many a surname is a village too.
 */
export function titleProblems(title: string, known: { names?: readonly string[]; ward?: string } = {}): TitleProblem[] {
  const inTitle = wordsOf(title);
  const ofWard = wordsOf(known.ward ?? "");
  const named = [...wordsOf((known.names ?? []).join(" "))].filter((word) => word.length > 1 && !ofWard.has(word));
  const given: [TitleProblem, boolean][] = [
    ["name", TITLED.test(title) || AGAINST.test(title) || named.some((word) => inTitle.has(word))],
    ["postcode", POSTCODE.test(title)],
    ["address", ADDRESS.test(title)],
    ["contact", CONTACT.test(title)],
  ];
  return given.filter(([, isGiven]) => isGiven).map(([problem]) => problem);
}

/** A case closed no longer ago than this is reopened; after it, a new linked case begins. */
export const reopenDays = 28;

/** What may be done to the state of a case. */
export type CaseMove = "open" | "monitor" | "resume" | "propose_closure" | "withdraw_closure" | "close" | "reopen";
export type CaseMoveRefusal = "not-assessed" | "closure-not-proposed" | "closed" | "not-closed" | "closed-too-long" | "no-such-move";

const moves: Record<CaseMove, { from: readonly CaseStatus[]; to: CaseStatus }> = {
  open: { from: ["intake"], to: "open" },
  monitor: { from: ["open"], to: "monitoring" },
  resume: { from: ["monitoring"], to: "open" },
  propose_closure: { from: ["open", "monitoring"], to: "closure_proposed" },
  withdraw_closure: { from: ["closure_proposed"], to: "open" },
  close: { from: ["closure_proposed"], to: "closed" },
  reopen: { from: ["closed"], to: "open" },
};

/** Whether a case closed at a moment is still to be reopened rather than begun anew: to the end of the 28th day after. */
export function mayStillReopen(closedAt: Date, now: Date): boolean {
  return daysBetween(londonDay(closedAt), londonDay(now)) <= reopenDays;
}

/**
 * The state a case moves to, or why it may not. A case leaves intake only with a risk assessment, is closed only once
 * closure was proposed, and is reopened only within 28 days.
 */
export function caseAfter(
  asbCase: { status: CaseStatus; isAssessed: boolean; closedAt: Date | null },
  move: CaseMove,
  now: Date,
): { to: CaseStatus } | { refused: CaseMoveRefusal } {
  const { from, to } = moves[move];
  if (from.includes(asbCase.status)) {
    if (move === "open" && !asbCase.isAssessed) return { refused: "not-assessed" };
    if (move === "reopen" && (asbCase.closedAt === null || !mayStillReopen(asbCase.closedAt, now))) return { refused: "closed-too-long" };
    return { to };
  }
  if (move === "reopen") return { refused: "not-closed" };
  if (asbCase.status === "closed") return { refused: "closed" };
  if (asbCase.status === "intake") return { refused: "not-assessed" };
  return { refused: move === "close" ? "closure-not-proposed" : "no-such-move" };
}
