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
