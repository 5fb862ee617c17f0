import type { ApprovalReason, ClosureNeed, VictimView } from "./schema";

/** So many tries to reach a victim, without an answer, stand for their view. */
export const triesForNotReached = 3;

/** One victim's part in closing a case. */
export type VictimClosing = {
  view: VictimView | null;
  /** The colour of their latest assessment, when that was made for closing and after the last report; null otherwise. */
  closingRag: "red" | "amber" | "green" | null;
};

export type ClosureFacts = {
  isAssessed: boolean;
  openActions: number;
  victims: readonly VictimClosing[];
  /** Without victims, the colour of the latest assessment of behaviour or place made for closing. */
  closingRagWithoutVictims: "red" | "amber" | "green" | null;
  rag: "red" | "amber" | "green" | null;
  /** Whether the case was ever red since it was opened, or opened again. */
  wasRed: boolean;
  liveTriggers: number;
  isHateQueryOpen: boolean;
};

/** What still stands in the way of closing, in the order in which it is put right. An order in force does not: it outlives the case. */
export function closureNeedsOf(facts: ClosureFacts): ClosureNeed[] {
  if (!facts.isAssessed) return ["not-assessed"];
  const closing = facts.victims.length > 0 ? facts.victims.map(({ closingRag }) => closingRag) : [facts.closingRagWithoutVictims];
  const missing: [ClosureNeed, boolean][] = [
    ["open-actions", facts.openActions > 0],
    ["hate-query-open", facts.isHateQueryOpen],
    ["trigger-live", facts.liveTriggers > 0],
    ["closing-assessment", closing.includes(null)],
    ["assessment-red", closing.includes("red")],
    ["still-red", facts.rag === "red" && !closing.includes("red") && facts.liveTriggers === 0],
    ["view-missing", facts.victims.some(({ view }) => view === null)],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([need]) => need);
}

/** Why closing takes the approval of a manager of the lead agency: a victim does not want it, or the case was red. */
export function approvalNeededFor({ victims, wasRed }: Pick<ClosureFacts, "victims" | "wasRed">): ApprovalReason[] {
  return [...(victims.some(({ view }) => view === "disagrees") ? ["disagrees" as const] : []), ...(wasRed ? ["was_red" as const] : [])];
}
