import type { Actor } from "../platform/actor";
import type { Prisma } from "../platform/generated/client";
import { sideWithinReach, withinReach } from "../agencies/visibility";
import { requestKinds } from "./requests/rules";

/** Referrals the actor may read: all of a case they contribute to, by side; from summary up, those put to their own agency. What agencies ask each other about the case itself has a rule of its own. */
export function visibleReferrals(actor: Actor, now: Date): Prisma.ReferralWhereInput {
  const asked = { toAgencyId: actor.agencyId, asbCase: withinReach({ ...actor, panelAreaIds: [] }, now, "summary") };
  return { kind: { notIn: [...requestKinds] }, OR: [...(sideWithinReach(actor, now, "contribute").OR as Prisma.ReferralWhereInput[]), ...(actor.readsCases ? [asked] : [])] };
}
