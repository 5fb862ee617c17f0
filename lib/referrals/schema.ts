import { z } from "zod";
import { version } from "../format/fields";
import { line, optionalText, text } from "../format/text";
import { confirmsNames } from "../cases/log/schema";
import { caseHeaderSchema, clockSchema } from "../cases/page/schema";

export const recordReferralInput = z.strictObject({
  caseId: z.uuid(),
  /** A county agency, or left out for a service that is not on the system. */
  toAgencyId: z.uuid().optional(),
  toName: line({ max: 160, ask: "Enter which service it goes to", what: "The service" }),
  sentBy: z.enum(["secure_email", "phone", "letter", "in_person"], "Select how it was sent"),
  involvementId: z.uuid().optional(),
  question: text({ max: 2000, ask: "Enter what you ask of them", what: "The question" }),
  wishes: optionalText({ max: 1000, what: "What the person wants" }),
  consent: z.enum(["given", "refused", "not_asked", "not_needed"], "Select whether the person agrees"),
  legalBasis: z.string("Select the legal basis").min(1, "Select the legal basis").max(60),
  confirmsNames,
});
export type RecordReferral = z.input<typeof recordReferralInput>;

export const answerReferralInput = z.strictObject({
  referralId: z.uuid(),
  version: version(),
  status: z.enum(["received", "accepted", "more_information", "not_threshold", "already_known", "declined"], "Select their answer"),
  outcome: text({ max: 2000, ask: "Enter what they said, as a summary", what: "The answer" }),
  confirmsNames,
});
export type AnswerReferral = z.input<typeof answerReferralInput>;

export const referralSchema = z.object({
  referralId: z.string(),
  version: z.number().int(),
  toName: z.string(),
  isPartnerGap: z.boolean(),
  gapReason: z.string(),
  statusWords: z.string(),
  isOpen: z.boolean(),
  question: z.string(),
  wishes: z.string(),
  consentWords: z.string(),
  legalBasisWords: z.string(),
  sentWords: z.string(),
  answerBy: clockSchema.nullable(),
  outcome: z.string(),
  mayAnswer: z.boolean(),
});
export type ReferralView = z.output<typeof referralSchema>;

export const referralsView = z.object({
  header: caseHeaderSchema,
  referrals: z.array(referralSchema),
  people: z.array(z.object({ involvementId: z.string(), name: z.string() })),
  gateways: z.array(z.object({ code: z.string(), label: z.string() })),
  services: z.array(z.object({ agencyId: z.string(), name: z.string(), hasLiveAgreement: z.boolean() })),
  /** The service asked for in the address, if it exists. */
  to: z.string(),
  mayRecord: z.boolean(),
});
export type ReferralsView = z.output<typeof referralsView>;
