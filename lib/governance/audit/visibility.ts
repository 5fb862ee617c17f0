import { hasRole, type Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import type { Prisma } from "../../platform/generated/client";
import { answersForCase } from "../../cases/history/rules";
import { standingOn } from "../../cases/visibility";

/** Whether the actor's remit is the whole county: governance of the county's own agency. */
function governsCounty(actor: Actor): boolean {
  return hasRole(actor, "governance") && actor.agencyKind === "governance";
}

/** Members whose trail the actor may read: their own, a manager's and an agency's governance their agency's, the county's governance everyone's. */
export function followedMembers(actor: Actor): Prisma.MemberWhereInput {
  if (governsCounty(actor)) return {};
  return hasRole(actor, "manager", "governance") ? { agencyId: actor.agencyId } : { id: actor.memberId };
}

/** Lets through who may read who looked at a case: governance, and its lead (the named officer and the lead agency's managers). NotFound for everyone else. */
export async function mayBeToldOfCase(tx: Tx, actor: Actor, now: Date, caseId: string): Promise<void> {
  if (hasRole(actor, "governance")) return;
  const standing = await standingOn(tx, actor, now, caseId, "lead");
  if (!answersForCase(actor, standing)) throw new NotFound();
}
