import { sameDay } from "../../clocks/rules";
import type { Proposal, ProposedKind } from "../sharing/rules";

export type Reachable = { agencyId: string; kind: string; isOnCase: boolean; areas: number };

/** Triggers about which somebody must be told in person, day or night, whoever is on the case already. */
export const toldInPerson = ["T1", "T2", "T3", "T5"];

/** Triggers after which the victim is contacted the same day, whatever the colour gives. */
export const contactedToday = ["T1"];

/** When the victim is to be contacted: by the colour's time, or today where a trigger says so and that is sooner; null where neither says. */
export function contactDueAt(byColour: Date | null, triggers: readonly string[], now: Date): Date | null {
  if (!triggers.some((key) => contactedToday.includes(key))) return byColour;
  const today = sameDay(now);
  return byColour && byColour < today ? byColour : today;
}

/**
 * Which agencies to ring: of each kind that is called for, those on the case; where there is none and the matter
 * cannot wait, the one nearest by, which covers the fewest areas. Never the caller's own.
 */
export function agenciesToRing(proposals: readonly Proposal[], agencies: readonly Reachable[], given: { ownAgencyId: string; mayLeaveCase: boolean; kindsThatCannotWait: readonly ProposedKind[] }): Reachable[] {
  return proposals.flatMap(({ kind }) => {
    const ofKind = agencies.filter((agency) => agency.kind === kind);
    const onCase = ofKind.filter((agency) => agency.isOnCase);
    if (onCase.length > 0) return onCase;
    if (!given.mayLeaveCase || !given.kindsThatCannotWait.includes(kind)) return [];
    return [...ofKind].sort((a, b) => a.areas - b.areas || a.agencyId.localeCompare(b.agencyId)).slice(0, 1);
  }).filter(({ agencyId }) => agencyId !== given.ownAgencyId);
}
