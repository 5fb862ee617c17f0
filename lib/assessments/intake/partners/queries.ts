import { agencyChoices, findGovernanceContact } from "../../../agencies/queries";
import type { Tx } from "../../../platform/db";
import type { Proposal } from "../../sharing/rules";
import { partnersFor, type Candidate, type Partner } from "./rules";

/** The agencies that proposals come to in an area now, with those that cannot be told and why. */
export async function partnersIn(tx: Tx, now: Date, areaId: string, proposals: readonly Proposal[], onCase: readonly string[]): Promise<Partner[]> {
  if (proposals.length === 0) return [];
  return partnersFor(proposals, await candidatesIn(tx, now, areaId), onCase);
}

async function candidatesIn(tx: Tx, now: Date, areaId: string): Promise<Candidate[]> {
  const choices = await agencyChoices(tx, now, areaId);
  const signatures = await tx.agreementSignature.findMany({ select: { agencyId: true, areas: { select: { areaId: true } } } });
  const signed = new Map<string, Set<string>>();
  for (const { agencyId, areas } of signatures) {
    const known = signed.get(agencyId) ?? new Set<string>();
    areas.forEach((area) => known.add(area.areaId));
    signed.set(agencyId, known);
  }
  return choices.map(({ id, shortName, kind, side, hasLiveAgreement }) => ({
    id, name: shortName, kind, side, isLive: hasLiveAgreement === true,
    areas: signed.get(id)?.size ?? 0, signedHere: signed.get(id)?.has(areaId) ?? false,
  }));
}

/** What can be done for an agency that cannot be told: refer with consent, or ask the county for an agreement. */
export async function insteadWords(tx: Tx): Promise<string> {
  const contact = await findGovernanceContact(tx);
  const whom = contact ? `${contact.agencyName} on ${contact.phone}` : "your information governance officer";
  return `Refer with the victim's consent and record it on the case, or ask ${whom} for an agreement.`;
}
