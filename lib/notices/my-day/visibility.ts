import { withinReach } from "../../agencies/visibility";
import { hasRole, type Actor } from "../../platform/actor";
import type { Prisma } from "../../platform/generated/client";
import { visibleReferrals } from "../../referrals/visibility";
import { visibleActions } from "../../shared-actions/visibility";

type CaseWhere = Prisma.CaseWhereInput;
type ActionWhere = Prisma.SharedActionWhereInput;

const openCase: CaseWhere = { status: { not: "closed" } };

/** Cases the actor works on the victim's side or on both: whose contacts, reviews and calls can be theirs. */
export function withVictims(actor: Actor, now: Date): CaseWhere {
  return { AND: [openCase, { OR: [withinReach(actor, now, "contribute", ["both"]), withinReach(actor, now, "contribute", ["victim"])] }] };
}

function namedOn(actor: Actor, now: Date): CaseWhere {
  return { OR: [{ namedOfficerId: actor.memberId }, { members: { some: { memberId: actor.memberId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } } }] };
}

/** Cases that are the actor's own work: named officer, or named on them. */
export function myCases(actor: Actor, now: Date): CaseWhere {
  return { AND: [withVictims(actor, now), namedOn(actor, now)] };
}

/** Cases that are the agency's work: those it leads, and the actor's own. */
export function ourCases(actor: Actor, now: Date): CaseWhere {
  const led: CaseWhere = { grants: { some: { agencyId: actor.agencyId, level: "lead", revokedAt: null } } };
  return { AND: [withVictims(actor, now), { OR: [led, namedOn(actor, now)] }] };
}

// The managers see what nobody has picked up; others what is on their own cases, or on a case that none of theirs is named on.
function unclaimedFor(actor: Actor, now: Date): CaseWhere {
  if (hasRole(actor, "manager", "coordinator")) return {};
  return { OR: [namedOn(actor, now), { members: { none: { agencyId: actor.agencyId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } } }] };
}

/** Referrals put to the agency that it has not answered. */
export function ourReferrals(actor: Actor, now: Date): Prisma.ReferralWhereInput {
  const open = { toAgencyId: actor.agencyId, outcomeAt: null, status: { in: ["sent", "received", "more_information"] }, respondBy: { not: null }, asbCase: openCase };
  return { AND: [visibleReferrals(actor, now), open] };
}

/** Those of them that are the actor's to answer: on their own cases, or nobody else's yet. */
export function myReferrals(actor: Actor, now: Date): Prisma.ReferralWhereInput {
  return { AND: [ourReferrals(actor, now), myAmongReferrals(actor, now)] };
}

/** What makes a referral put to the agency the actor's, for rows that `ourReferrals` found. */
export function myAmongReferrals(actor: Actor, now: Date): Prisma.ReferralWhereInput {
  return { asbCase: unclaimedFor(actor, now) };
}

/** Actions that are the actor's to do: taken by or given to them, returned to them, or asked of the agency and nobody else's yet. */
export function myActions(actor: Actor, now: Date): ActionWhere {
  return { AND: [ourActions(actor, now), myAmongActions(actor, now)] };
}

/** What makes one of the agency's actions the actor's, for rows that `ourActions` found. */
export function myAmongActions(actor: Actor, now: Date): ActionWhere {
  return {
    OR: [
      { ownerMemberId: actor.memberId, ownerAgencyId: actor.agencyId, status: { in: ["offered", "accepted"] } },
      { ownerAgencyId: actor.agencyId, ownerMemberId: null, status: "offered", asbCase: unclaimedFor(actor, now) },
      { askedById: actor.memberId, askedByAgencyId: actor.agencyId, status: "declined" },
    ],
  };
}

/** Actions that are the agency's to do or to settle. */
export function ourActions(actor: Actor, now: Date): ActionWhere {
  return {
    AND: [visibleActions(actor, now), { asbCase: openCase }, {
      OR: [{ ownerAgencyId: actor.agencyId, status: { in: ["offered", "accepted"] } }, { askedByAgencyId: actor.agencyId, status: "declined" }],
    }],
  };
}
