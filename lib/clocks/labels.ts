import { counted } from "@/lib/format/due";
import type { ClockName, Rag, TimeStandard } from "./schema";

/** The word for each colour, never shown without its shape. */
export const ragLabels: Record<Rag, string> = { red: "Red", amber: "Amber", green: "Green" };

/** What each clock measures. */
export const clockLabels: Record<ClockName, string> = {
  firstContact: "First contact with the victim",
  share: "Shared with partners",
  personTold: "Somebody told in person",
  firstAssessment: "First risk assessment",
  firstAssessmentHardStop: "First risk assessment, at the very latest",
  leadAndPlan: "Lead officer and plan",
  victimContact: "Contact with the victim",
  review: "Risk review",
  supervisorReview: "Supervisor's review",
  managerReview: "Manager's review",
  actionDefault: "Action",
  referralAnswer: "Answer to a referral",
};

/** A time standard in words: "in the same save", "within 4 hours", "within 2 working days", "within 7 days". */
export function standardWords(standard: TimeStandard): string {
  if ("workingDays" in standard) return `within ${counted(standard.workingDays, "working day")}`;
  if ("days" in standard) return `within ${counted(standard.days, "day")}`;
  return standard.hours === 0 ? "in the same save" : `within ${counted(standard.hours, "hour")}`;
}

/** What a clock of a case waits for: what is done when it stops. */
export const waitsFor: Record<Exclude<ClockName, "firstAssessment">, string> = {
  firstContact: "Somebody is in touch with the victim. A try without an answer does not count.",
  share: "The case is shared with another agency.",
  personTold: "Every call that is listed was made and ticked off. An e-mail does not count.",
  firstAssessmentHardStop: "The risk is assessed.",
  leadAndPlan: "Somebody is asked to do something about it; below red, the victim was spoken to and knows when next.",
  victimContact: "Somebody is in touch with the victim, and says when next.",
  review: "The risk is assessed again.",
  supervisorReview: "A coordinator or manager of the lead agency writes that they reviewed the case.",
  managerReview: "A manager of the lead agency writes that they reviewed the case.",
  actionDefault: "It is done, cancelled, or asked anew.",
  referralAnswer: "The service answers.",
};

/** A late clock in few words, with its reason, for a list. */
export const lateWords: Record<Exclude<ClockName, "firstAssessment">, string> = {
  firstContact: "No contact with the victim yet",
  share: "Not shared with anybody",
  personTold: "Nobody told in person",
  firstAssessmentHardStop: "Not assessed",
  leadAndPlan: "No plan",
  victimContact: "Contact with the victim",
  review: "Risk review",
  supervisorReview: "Supervisor's review",
  managerReview: "Manager's review",
  actionDefault: "Action",
  referralAnswer: "Referral not answered",
};
