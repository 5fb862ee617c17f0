import { withinReach } from "../../agencies/visibility";
import { hasRole, type Actor } from "../../platform/actor";
import type { Prisma } from "../../platform/generated/client";
import { requestKinds } from "./rules";

/** Requests the actor may read: those their agency made, those on cases it leads, and a lead that it is offered, for those who may take it. Never of a case they are kept from. */
export function visibleRequests(actor: Actor, now: Date): Prisma.ReferralWhereInput {
  // Not an empty OR: within another OR Prisma leaves that out, and everything would be found.
  if (!actor.readsCases) return { id: { in: [] } };
  const own = { raisedByAgencyId: actor.agencyId };
  const led = { asbCase: withinReach({ ...actor, panelAreaIds: [], glassCaseIds: [] }, now, "lead") };
  const offered = { kind: "lead_transfer", toAgencyId: actor.agencyId };
  return {
    kind: { in: [...requestKinds] }, caseId: { notIn: actor.excludedCaseIds },
    OR: [own, led, ...(hasRole(actor, "coordinator", "manager") ? [offered] : [])],
  };
}

/** Those of them that wait for the actor's own answer: their agency leads the case, or is offered it. */
export function requestsToAnswer(actor: Actor, now: Date): Prisma.ReferralWhereInput {
  const access = { kind: "access_request", asbCase: withinReach({ ...actor, panelAreaIds: [], glassCaseIds: [] }, now, "lead") };
  const ours = hasRole(actor, "manager") ? access : { ...access, asbCase: { AND: [access.asbCase, { namedOfficerId: actor.memberId }] } };
  return { AND: [visibleRequests(actor, now), { outcomeAt: null }, { OR: [ours, { kind: "lead_transfer", toAgencyId: actor.agencyId }] }] };
}
