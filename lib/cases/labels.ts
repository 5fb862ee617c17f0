import type { InvolvementRole, LegalGateway } from "./schema";

export const involvementRoleLabels: Record<InvolvementRole, string> = {
  victim: "Victim",
  complainant: "Complainant",
  witness: "Witness",
  household_member: "Household member",
  alleged_perpetrator: "Person alleged",
  perpetrator: "Person responsible (admitted or found)",
  professional: "Professional",
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
