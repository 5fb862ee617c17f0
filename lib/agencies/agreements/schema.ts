import { z } from "zod";
import { day, distinct, id, optionalDay, version } from "../../format/fields";
import { line } from "../../format/text";
import { menuSchema } from "../menu/schema";
import { agreementPurposes } from "./labels";

export const proposeAgreementInput = z.strictObject({
  name: line({ max: 160, ask: "Enter what the agreement is called", what: "The name" }),
  purposes: z.array(z.enum(agreementPurposes, { error: "Choose from the list" }), { error: "Choose what it is for" }).min(1, "Choose what it is for").refine(distinct, "Choose each once"),
  startsOn: day("Enter the first day"),
  endsOn: day("Enter the last day"),
});

const agreementId = id("Open the agreement again");
export const getAgreementInput = z.strictObject({ agreementId });
export const activateAgreementInput = z.strictObject({ agreementId, version: version() });

export const addSignatoryInput = z.strictObject({
  agreementId,
  agencyId: id("Choose the agency that signs"),
  signatoryName: line({ max: 160, ask: "Enter who signed for the agency", what: "The signatory" }),
  signedOn: day("Enter the day it was signed"),
  endsOn: optionalDay(),
  areaIds: z.array(id("Choose from the list"), { error: "Choose the areas it covers" }).min(1, "Choose the areas it covers").max(50, "Choose at most 50 areas").refine(distinct, "Choose each once"),
  coversTriage: z.boolean({ error: "Say whether it covers triage" }).default(false),
});

export const decideSignatoryInput = z.strictObject({ proposalId: id("Open the agreement again"), version: version(), decision: z.enum(["confirmed", "declined"], { error: "Choose whether to confirm it" }) });
export const signatureInput = z.strictObject({ signatureId: id("Open the agreement again") });
export const withdrawSignatureInput = signatureInput.extend({ version: version(), reason: line({ max: 300, ask: "Enter why the agency withdraws", what: "The reason" }) });

export const askWithdrawalInput = z.strictObject({ agreementId, version: version(), reason: line({ max: 300, ask: "Enter why the agreement is withdrawn", what: "The reason" }) });
export const decideWithdrawalInput = z.strictObject({ agreementId, version: version(), decision: z.enum(["confirmed", "declined"], { error: "Choose whether to withdraw it" }) });
export const agreementEffectSchema = z.object({ agencies: z.number(), cases: z.number(), actions: z.number(), members: z.number() });
export type AgreementEffect = z.infer<typeof agreementEffectSchema>;

const stateSchema = z.object({ code: z.enum(["proposed", "to-come", "live", "ended", "withdrawn"]), words: z.string(), tone: z.enum(["plain", "act", "soon", "late"]), warning: z.string() });
export type AgreementState = z.infer<typeof stateSchema>;

const agreementLine = z.object({ agreementId: z.string(), name: z.string(), purposeWords: z.array(z.string()), fromWords: z.string(), untilWords: z.string(), state: stateSchema, signatures: z.number(), waiting: z.number() });
export type AgreementLine = z.infer<typeof agreementLine>;

export const agreementListView = z.object({ menu: menuSchema, may: z.object({ propose: z.boolean() }), purposes: z.array(z.object({ value: z.enum(agreementPurposes), label: z.string() })), agreements: z.array(agreementLine) });
export type AgreementListView = z.infer<typeof agreementListView>;

const signatory = z.object({ agency: z.string(), areas: z.array(z.string()), signatoryName: z.string(), signedWords: z.string(), untilWords: z.string(), coversTriage: z.boolean(), version: z.number() });

export const agreementView = z.object({
  menu: menuSchema,
  agreement: agreementLine.extend({ version: z.number(), proposedBy: z.string() }),
  may: z.object({ activate: z.boolean(), whyNotActivate: z.string(), sign: z.boolean(), withdraw: z.boolean() }),
  /** A withdrawal of the whole of it that waits for a second person; null where none does. */
  withdrawal: z.object({ reason: z.string(), askedBy: z.string(), mayConfirm: z.boolean() }).nullable(),
  signatures: z.array(signatory.extend({ signatureId: z.string(), state: stateSchema, withdrawReason: z.string() })),
  proposals: z.array(signatory.extend({ proposalId: z.string(), askedBy: z.string(), mayConfirm: z.boolean() })),
  agencies: z.array(z.object({ value: z.string(), label: z.string() })),
  areas: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type AgreementView = z.infer<typeof agreementView>;

export const withdrawalEffectSchema = z.object({ cases: z.number(), led: z.number(), actions: z.number(), members: z.number() });
export type WithdrawalEffect = z.infer<typeof withdrawalEffectSchema>;
