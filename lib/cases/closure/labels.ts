/** Words for each refusal to close a case. */
export const closureRefusals: Record<string, string> = {
  "not-lead-agency": "Only the lead agency can close the case.",
  "red-needs-manager": "A red case is closed by a manager of the lead agency.",
  "already-closed": "The case is already closed.",
  "not-assessed": "The case has no risk assessment yet, so it cannot be closed.",
  "open-actions": "Actions are still open. Each must be done or cancelled first; one that was declined is still its asker's to settle.",
  "unknown-outcome": "Select an outcome from the list.",
};
