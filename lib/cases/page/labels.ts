/** Where a case is in its life. */
export const caseStatusLabels = {
  intake: "Intake",
  open: "Open",
  monitoring: "Monitoring",
  closure_proposed: "Closure proposed",
  closed: "Closed",
} as const;

/** How far an agency's reach goes, in words. */
export const grantLevelLabels = {
  pointer: "Pointer only",
  summary: "Summary",
  contribute: "Works the case",
  lead: "Leads the case",
} as const;

/** Why an action of the case page is not offered. */
export const caseRefusals: Record<string, string> = {
  "reads-no-cases": "Your role does not read cases. Ask your agency's administrator if that is wrong.",
  "summary-only": "Your agency sees a summary of this case. Ask the lead agency to let you work it.",
  "not-lead-agency": "Only the lead agency may do this.",
  "case-closed": "This case is closed. Reopen it first.",
  "not-a-victim-side": "This is not for agencies that work with the person said to be responsible.",
};
