import { z } from "zod";

/** How far a grant reaches, least first. */
export const grantLevels = ["pointer", "summary", "contribute", "lead"] as const;
export const grantLevelSchema = z.enum(grantLevels, { error: "Select how much this agency may see" });
export type GrantLevel = z.infer<typeof grantLevelSchema>;

/** Whose side a grant, a person or a line of the log belongs to. */
export const sides = ["both", "victim", "perpetrator"] as const;
export const sideSchema = z.enum(sides, { error: "Select which side" });
export type Side = z.infer<typeof sideSchema>;

export const involvementRoles = [
  "victim", "complainant", "witness", "household_member", "alleged_perpetrator", "perpetrator", "professional",
] as const;
export const involvementRoleSchema = z.enum(involvementRoles, { error: "Select how this person is involved" });
export type InvolvementRole = z.infer<typeof involvementRoleSchema>;

export const caseOutcomes = [
  "behaviour_stopped", "behaviour_reduced", "perpetrator_engaged", "perpetrator_moved", "victim_moved_wanted",
  "victim_moved_forced", "mediated", "no_further_reports", "withdrawn", "unfounded", "passed_to_other_forum", "deceased",
] as const;
export const caseOutcomeSchema = z.enum(caseOutcomes, { error: "Select how the case ended" });
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

export const legalGateways = [
  "cda_s115", "cda_s17", "asb_2014_sch4", "care_act_s42_45", "children_act", "vital_interests", "consent_referral",
] as const;
export const legalGatewaySchema = z.enum(legalGateways, { error: "Select the law that allows it" });
export type LegalGateway = z.infer<typeof legalGatewaySchema>;
