import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import { NotFound } from "../platform/errors";
import type { Prisma } from "../platform/generated/client";
import type { CaseStatus, GrantLevel, Rag, Side } from "../platform/generated/enums";
import { areasOfCase, atLeast, inArea, reaches, reachOf, sideWithinReach, withinReach } from "../agencies/visibility";
import { visibleOnReports, visibleReports } from "../reports/visibility";

/** Cases the actor may read at this level: `summary` shows colour, status and parties, `contribute` the log. */
export function visibleCases(actor: Actor, now: Date, level: GrantLevel = "summary"): Prisma.CaseWhereInput {
  return withinReach(actor, now, level);
}

/** Entries the actor may read: contribute, by side, by audience, and by name where members only are meant. */
export function visibleEntries(actor: Actor, now: Date): Prisma.EntryWhereInput {
  return { AND: [sideWithinReach(actor, now, "contribute"), addressedTo(actor, now)] };
}

/** The audience half of the rule, for entries of a case whose reach is already established. */
export function addressedTo(actor: Actor, now: Date): Prisma.EntryWhereInput {
  const named = { asbCase: { members: { some: { memberId: actor.memberId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } } } };
  return {
    AND: [
      { OR: [{ audience: { isEmpty: true } }, { audience: { has: actor.agencyId } }, ...openedByName(actor)] },
      { OR: [{ membersOnly: false }, { authorId: actor.memberId }, named] },
    ],
  };
}

// A sealed entry that was opened to the member is read with what corrects it.
function openedByName({ openedEntryIds }: Pick<Actor, "openedEntryIds">): Prisma.EntryWhereInput[] {
  return openedEntryIds.length === 0 ? [] : [{ id: { in: openedEntryIds } }, { correctsId: { in: openedEntryIds } }];
}

/** What the actor's agency is to one case: what every policy of a case judges. */
export type CaseStanding = {
  caseId: string;
  reference: string;
  title: string;
  areaId: string;
  /** The districts whose agreements let an agency work the case. */
  areaIds: string[];
  /** It was handed over from another district. */
  isMoved: boolean;
  status: CaseStatus;
  closedAt: Date | null;
  rag: Rag | null;
  version: number;
  level: GrantLevel;
  side: Side;
  /** Reach by the panel's agenda, not by a grant. */
  isByPanel: boolean;
  /** Reach by break-glass: to read only. */
  isByGlass: boolean;
  leadAgencyId: string;
  namedOfficerId: string | null;
};

const standingSelect = {
  id: true, reference: true, title: true, areaId: true, fromAreaId: true, fromAgencyId: true, fromOfficerId: true, status: true, closedAt: true, rag: true, version: true, namedOfficerId: true,
  grants: { where: { revokedAt: null }, select: { agencyId: true, level: true, side: true, endsAt: true } },
} satisfies Prisma.CaseSelect;

/** The actor's standing on a case, or NotFound when it is hidden from them or does not exist. */
export async function standingOn(tx: Tx, actor: Actor, now: Date, caseId: string, level: GrantLevel = "summary"): Promise<CaseStanding> {
  const found = await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor, now, level)] }, select: standingSelect });
  if (!found) throw new NotFound();
  const reach = reachOf(actor, now, found);
  if (!reach) throw new NotFound();
  const { id, grants, fromAreaId, fromAgencyId, fromOfficerId, ...rest } = found;
  // On the perpetrator's side the case never moved: the district and the lead are those it came from, and who the officer is by now would tell.
  const isKept = reach.side === "perpetrator" && fromAreaId !== null;
  return {
    ...rest, ...(isKept ? { areaId: fromAreaId, namedOfficerId: fromOfficerId } : {}), areaIds: areasOfCase(found, reach.side), isMoved: !isKept && fromAreaId !== null, caseId: id, level: reach.level, side: reach.side, isByPanel: reach.by === "panel", isByGlass: reach.by === "glass",
    leadAgencyId: (isKept ? fromAgencyId : grants.find((grant) => grant.level === "lead")?.agencyId) ?? "",
  };
}

/** Rows of a case that have a side, within a standing. */
export function ofSide(standing: Pick<CaseStanding, "side">): { side?: { in: Side[] } } {
  return standing.side === "both" ? {} : { side: { in: ["both", standing.side] } };
}

/** People the actor may see: some case or report that they may read involves them, on a side that is theirs. */
export function visibleInvolvements(actor: Actor, now: Date): Prisma.InvolvementWhereInput {
  return { OR: [...sideWithinReach(actor, now, "summary").OR, visibleOnReports(actor, now)] };
}

export { areasOfCase, atLeast, inArea, reaches, visibleReports };
