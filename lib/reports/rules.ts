import { londonDay } from "@/lib/format/dates";
import type { FieldProblem } from "@/lib/format/fields";
import { personProblems } from "@/lib/people/rules";
import type { ReportOutcomeInput, ReportStatus, TakeReportInput } from "./schema";

/** A clock on a desk may be so many minutes fast before its "now" is called the future. */
const allowedMinutes = 2;

const onward: Record<ReportStatus, readonly ReportStatus[]> = {
  received: ["screened"],
  screened: ["advice_only", "same_event", "linked", "new_case"],
  // What a report says never changes; where it went may, when more is learned.
  advice_only: ["same_event", "linked", "new_case"],
  same_event: [],
  linked: [],
  new_case: [],
};

export type RefusedMove = "not-screened" | "already-settled";

/** Why a report may not move from one state to another; null when it may. */
export function reportMoveRefusal(from: ReportStatus, to: ReportStatus): RefusedMove | null {
  if (onward[from].includes(to)) return null;
  return from === "received" ? "not-screened" : "already-settled";
}

/** Whether a report still waits for somebody to decide where it goes. */
export function isWaitingForTriage(status: ReportStatus): boolean {
  return status === "received" || status === "screened";
}

/** The state a report is in once it is saved with an outcome. */
export function statusAfter(outcome: ReportOutcomeInput["kind"]): ReportStatus {
  const after = {
    advice_only: "advice_only", new_case: "new_case", join_case: "linked", same_event: "same_event", triage: "screened",
  } as const;
  return after[outcome];
}

/** What is wrong with a report once the time is known: something in the future, or a birth after the report. */
export function reportProblems(report: TakeReportInput, now: Date): FieldProblem[] {
  const latest = new Date(now.getTime() + allowedMinutes * 60_000);
  const received = report.receivedAt ?? now;
  const problems: FieldProblem[] = [];
  const notAfter = (key: "receivedAt" | "happenedFrom" | "happenedTo", limit: Date, message: string) => {
    const at = report[key];
    if (at && at > limit) problems.push({ path: [key], message });
  };
  notAfter("receivedAt", latest, "The time you received it must not be in the future");
  notAfter("happenedFrom", latest, "The time it happened must not be in the future");
  notAfter("happenedTo", latest, "The time it ended must not be in the future");
  if (problems.length === 0) {
    const limit = new Date(received.getTime() + allowedMinutes * 60_000);
    notAfter("happenedFrom", limit, "The time it happened must be before you received the report");
  }

  const reportedOn = londonDay(received);
  const check = (person: TakeReportInput["responsible"][number]["person"], path: FieldProblem["path"]) => {
    if (person) problems.push(...personProblems(person, reportedOn, path));
  };
  report.affected.forEach(({ person }, at) => check(person, ["affected", at, "person"]));
  report.responsible.forEach(({ person }, at) => check(person, ["responsible", at, "person"]));
  if (report.caller.who === "someone_else") check(report.caller.person, ["caller", "person"]);
  return problems;
}
