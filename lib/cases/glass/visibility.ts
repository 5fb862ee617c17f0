import { withinReach } from "../../agencies/visibility";
import { hasRole, type Actor } from "../../platform/actor";
import type { Prisma } from "../../platform/generated/client";

/** Break-glass records the actor may read: their own, those of cases their agency leads, those of sealed entries that it keeps, an agency's governance its members', the county's governance all. */
export function visibleGlass(actor: Actor, now: Date): Prisma.BreakGlassWhereInput {
  if (hasRole(actor, "governance") && actor.agencyKind === "governance") return {};
  const governed = hasRole(actor, "governance") ? [{ agencyId: actor.agencyId }] : [];
  const kept = actor.readsCases ? [{ holderAgencyId: actor.agencyId, asbCase: withinReach(actor, now, "contribute") }] : [];
  return { OR: [{ memberId: actor.memberId }, { entryId: null, asbCase: withinReach(actor, now, "lead") }, ...kept, ...governed] };
}
