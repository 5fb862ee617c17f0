import { capitalised, listWords } from "@/lib/format/text";
import type { Proposal, ProposalReason } from "./rules";

/** Why a kind of agency is proposed. */
export const proposalReasonLabels: Record<ProposalReason, string> = {
  risk: "the risk is amber or red",
  suicide: "suicide or self-harm was spoken of",
  danger: "life was threatened, or there was serious violence",
  fire_risk: "fire may be part of it",
  safeguarding: "a child or an adult may be at risk",
  hate: "it is thought to be hate",
  hate_query: "hate is not ruled out",
  violence: "there are threats or violence",
  works_with: "already works with them",
  mind_affected: "mental health is affected",
  mental_health: "mental health is a need",
  care_needs: "age, illness or disability makes them more at risk",
  carer: "they care for others",
  child: "the person is under 18",
  alone: "they are mostly on their own",
  extreme: "the effect is extreme",
  domestic_abuse: "domestic abuse is a need",
  substance: "alcohol or drugs are a need",
  bereavement: "they were recently bereaved",
  offending: "offending is a need",
  homelessness: "homelessness is a need",
  animals: "animals may be at risk",
};

/** The reasons for a proposal in one line: "Mental health is affected and they are mostly on their own". */
export function proposalWords(proposal: Proposal): string {
  return capitalised(listWords(proposal.reasons.map((reason) => proposalReasonLabels[reason])));
}
