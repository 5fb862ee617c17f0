import { reopenDays, type CaseMoveRefusal, type TitleProblem } from "./rules";
import type { CaseOutcome, InvolvementRole, LegalGateway } from "./schema";

export const involvementRoleLabels: Record<InvolvementRole, string> = {
  victim: "Victim",
  complainant: "Complainant",
  witness: "Witness",
  household_member: "Household member",
  alleged_perpetrator: "Person alleged",
  perpetrator: "Person responsible (admitted or found)",
  professional: "Professional",
};

export const caseOutcomeLabels: Record<CaseOutcome, string> = {
  behaviour_stopped: "Behaviour stopped",
  behaviour_reduced: "Behaviour reduced",
  perpetrator_engaged: "Person responsible engaged with support",
  perpetrator_moved: "Person responsible moved or evicted",
  victim_moved_wanted: "Victim moved, wanted",
  victim_moved_forced: "Victim moved, felt forced",
  mediated: "Mediated",
  no_further_reports: "No further reports",
  withdrawn: "Withdrawn",
  unfounded: "Unfounded",
  passed_to_other_forum: "Passed to another forum",
  deceased: "Victim died",
};

export const legalGatewayLabels: Record<LegalGateway, string> = {
  cda_s115: "Crime and Disorder Act 1998, section 115",
  cda_s17: "Crime and Disorder Act 1998, section 17",
  asb_2014_sch4: "2014 Act, Schedule 4 (case reviews)",
  care_act_s42_45: "Care Act 2014, sections 42 and 45",
  children_act: "Children Act 1989 and 2004",
  vital_interests: "Vital interests",
  consent_referral: "Consent to a referral",
};

/** Why a case may not move on, and what can be done. */
export const caseMoveLabels: Record<CaseMoveRefusal, string> = {
  "not-assessed": "This case has no risk assessment yet, so it cannot leave intake. Assess the risk first.",
  "closure-not-proposed": "Propose the closure first, so that partners can say what they think.",
  closed: "This case is closed. Reopen it first.",
  "not-closed": "This case is not closed.",
  "closed-too-long": `This case was closed more than ${reopenDays} days ago. Begin a new case, linked to it.`,
  "no-such-move": "This cannot follow from where the case is now.",
};

/** What is wrong with a title, as an instruction. */
export const titleProblemLabels: Record<TitleProblem, string> = {
  name: "Take the name out of the title. Titles reach people who may not know who is involved",
  postcode: "Take the postcode out of the title. Name the ward instead",
  address: "Take the address out of the title. Name the ward instead",
  contact: "Take the telephone number or e-mail address out of the title",
};
