import { sideWithinReach, withinReach } from "../agencies/visibility";
import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import { NotFound } from "../platform/errors";
import type { Prisma } from "../platform/generated/client";
import type { ActionStatus } from "./schema";

/** Actions the actor may read: all of a case they contribute to, by side; from summary up, those their own agency was asked to do. */
export function visibleActions(actor: Actor, now: Date): Prisma.SharedActionWhereInput {
  const asked = { ownerAgencyId: actor.agencyId, asbCase: grantedOnly(actor, now) };
  return { OR: [...(sideWithinReach(actor, now, "contribute").OR as Prisma.SharedActionWhereInput[]), ...(actor.readsCases ? [asked] : [])] };
}

// Being asked is the agency's own reach: the panel's agenda adds nothing to it.
function grantedOnly(actor: Actor, now: Date): Prisma.CaseWhereInput {
  return withinReach({ ...actor, panelAreaIds: [] }, now, "summary");
}

/** One action with whose it is: what its policies judge. */
export type ActionFound = {
  actionId: string;
  caseId: string;
  status: ActionStatus;
  version: number;
  what: string;
  why: string;
  side: "both" | "victim" | "perpetrator";
  askedById: string;
  askedByAgencyId: string;
  ownerAgencyId: string;
  ownerMemberId: string | null;
  isUrgent: boolean;
  areaId: string;
  fromAreaId: string | null;
  caseStatus: string;
  leadAgencyId: string;
};

const foundColumns = {
  id: true, caseId: true, status: true, version: true, what: true, why: true, side: true, askedById: true, askedByAgencyId: true, ownerAgencyId: true, ownerMemberId: true, isUrgent: true,
  asbCase: { select: { areaId: true, fromAreaId: true, status: true, grants: { where: { level: "lead", revokedAt: null }, select: { agencyId: true } } } },
} satisfies Prisma.SharedActionSelect;

/** Some actions the actor may read, or NotFound when one is hidden from them or does not exist. */
export async function actionsFound(tx: Tx, actor: Actor, now: Date, actionIds: readonly string[]): Promise<ActionFound[]> {
  const rows = await tx.sharedAction.findMany({ where: { AND: [{ id: { in: [...actionIds] } }, visibleActions(actor, now)] }, select: foundColumns });
  if (rows.length !== actionIds.length) throw new NotFound();
  return rows.map(({ id, asbCase, ...rest }) => ({
    ...rest, actionId: id, areaId: asbCase.areaId, fromAreaId: asbCase.fromAreaId, caseStatus: asbCase.status, leadAgencyId: asbCase.grants[0]?.agencyId ?? "",
  }));
}

/** One action the actor may read, or NotFound. */
export async function actionFound(tx: Tx, actor: Actor, now: Date, actionId: string): Promise<ActionFound> {
  const [found] = await actionsFound(tx, actor, now, [actionId]);
  if (!found) throw new NotFound();
  return found;
}
