import { workRefusals } from "../../cases/page/labels";
import type { ApprovalReason, ClosureNeed, VictimView } from "./schema";

export const victimViewLabels: Record<VictimView, string> = {
  agrees: "Agrees that it closes",
  disagrees: "Does not want it closed",
  not_reached: "Could not be reached",
};

/** What is needed before a case closes, as it stands on the list while it is missing and once it is there. */
export const closureNeedWords: Record<ClosureNeed, { missing: string; met: string }> = {
  "not-assessed": { missing: "The case has no risk assessment yet", met: "The case was assessed" },
  "open-actions": { missing: "Actions are still open: each must be done or cancelled, and one that was declined is its asker's to settle", met: "No action is open" },
  "closing-assessment": { missing: "A closing assessment is missing, made after the last report", met: "Closing assessments are made" },
  "assessment-red": { missing: "A closing assessment came out red, so the case goes on", met: "No closing assessment is red" },
  "still-red": { missing: "The case is still red for another reason: see Risk & needs", met: "The case is not red" },
  "trigger-live": { missing: "A trigger still holds the colour up: a manager ends it after a new assessment", met: "No trigger is live" },
  "hate-query-open": { missing: "Whether this is hate is still open: somebody trained must decide first", met: "No question of hate is open" },
  "view-missing": { missing: "What a victim says of closing is not recorded", met: "What the victims say of it is recorded" },
};

export const approvalReasonLabels: Record<ApprovalReason, string> = {
  disagrees: "a victim does not want it closed",
  was_red: "the case was red",
};

/** Words for each refusal to close a case, to decide on that, or to open it again. */
export const closureRefusals: Record<string, string> = {
  "reads-no-cases": "Your role does not read cases. Ask your agency's administrator if that is wrong.",
  ...workRefusals,
  ...Object.fromEntries(Object.entries(closureNeedWords).map(([need, { missing }]) => [need, `${missing}.`])),
  "not-lead-agency": "Only the lead agency can do this.",
  "perpetrator-side": "What victims say is not shown to the other side's workers.",
  "not-manager-of-lead": "Only a manager of the lead agency can approve or decline it.",
  "own-proposal": "You proposed it, so another manager of your agency decides.",
  "already-closed": "The case is already closed.",
  "already-proposed": "Closing is proposed already and waits for a manager.",
  "not-proposed": "Nobody proposes to close this case now.",
  "not-closed": "The case is open.",
  "unknown-outcome": "Select an outcome from the list.",
  "too-few-tries": "Log three tries without an answer first: a victim who was not tried for is not one who could not be reached.",
  "closed-too-long": "It was closed more than 28 days ago. Take a new report: the new case shows this one as the one before.",
};
