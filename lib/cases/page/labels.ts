/** Where a case is in its life. */
export const caseStatusLabels = {
  intake: "Intake",
  open: "Open",
  monitoring: "Monitoring",
  closure_proposed: "Closure proposed",
  closed: "Closed",
} as const;

/** Why a member writes nothing in a case that they can read. */
export const workRefusals: Record<string, string> = {
  "read-only": "You opened this case in an emergency, to read only. Ring the lead agency, or ask it to let yours work the case.",
  "summary-only": "Your agency sees a summary of this case. Ask the lead agency to let you work it.",
};

/** Why an action of the case page is not offered. */
export const caseRefusals: Record<string, string> = {
  "reads-no-cases": "Your role does not read cases. Ask your agency's administrator if that is wrong.",
  ...workRefusals,
  "not-lead-agency": "Only the lead agency may do this.",
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "perpetrator-side": "This is not for agencies that work with the person said to be responsible.",
};
