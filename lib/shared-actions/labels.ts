import { workRefusals } from "../cases/page/labels";
import type { ActionStatus } from "./schema";

export const actionStatusLabels: Record<ActionStatus, string> = {
  offered: "Asked, not answered",
  accepted: "Accepted",
  done: "Done",
  declined: "Declined",
  cancelled: "Cancelled",
};

/** Words for each refusal about an action, each with what can be done instead. */
export const actionRefusals: Record<string, string> = {
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  ...workRefusals,
  "summary-only": "Your agency sees a summary of this case: it answers what it is asked, and asks nothing itself. Ask the lead agency to let you work on it.",
  "role-does-not-act": "Your role does not take on actions. A practitioner, coordinator or manager of your agency can.",
  "other-agency-asked": "Another agency was asked to do this, so it is for them to answer.",
  "not-asker": "Only the agency that asked, or the one that leads the case, can do this.",
  "not-on-case": "That agency is not on this case, so it would not see what is asked. Share the case with it first, or raise a referral with the person's consent.",
  "no-live-agreement": "That agency has no live information sharing agreement for this area, so nothing of the case may be shown to it. Refer with the person's consent, or ask county information governance.",
  "other-agency-chooses": "The agency that is asked chooses who does it. Leave the person out.",
  "kept-from-case": "This colleague is kept from the case. Choose somebody else.",
  "not-a-colleague": "Select somebody who works at your agency now and takes on actions.",
  "due-past": "The day has passed. Enter today or a later day.",
  "already-answered": "This was answered already. Open it again to see how it stands.",
  "not-declined": "Nobody has declined this. Cancel it first if someone else should do it.",
  "already-ended": "This is done or cancelled already. Raise a new action if more is needed.",
};
