import { reachOf, sideWithinReach, withinReach } from "../agencies/visibility";
import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import type { Prisma } from "../platform/generated/client";
import type { Side } from "../platform/generated/enums";

/** How long a call taker may read what they took, in hours that pass day and night. */
export const takersHours = 24;

/** Reports the actor may read: their case's, their own agency's, those they triage; a call taker's own for 24 hours. */
export function visibleReports(actor: Actor, now: Date): Prisma.ReportWhereInput {
  const addressed: Prisma.ReportWhereInput = { OR: [{ audience: { isEmpty: true } }, { audience: { has: actor.agencyId } }] };
  const ways: Prisma.ReportWhereInput = {
    OR: [
      { AND: [sideWithinReach(actor, now, "contribute") as Prisma.ReportWhereInput, addressed] },
      ...(actor.readsCases ? [{ agencyId: actor.agencyId, areaId: { in: actor.areaIds } }] : []),
      takenLately(actor, now),
      { AND: [{ caseId: null, areaId: { in: actor.triageAreaIds } }, addressed] },
    ],
  };
  // Once it is on a case that the member is kept from, what their own agency took is not theirs to read either.
  return actor.excludedCaseIds.length > 0 ? { AND: [ways, { OR: [{ caseId: null }, { caseId: { notIn: actor.excludedCaseIds } }] }] } : ways;
}

/** What the actor took themselves in the last 24 hours, whatever their role. */
export function takenLately(actor: Actor, now: Date): Prisma.ReportWhereInput {
  return { takenById: actor.memberId, receivedAt: { gt: new Date(now.getTime() - takersHours * 3_600_000) }, areaId: { in: actor.areaIds } };
}

/** Places the actor may name: the gazetteer's, those their agency typed, and those of cases and reports they may read. */
export function visiblePlaces(actor: Actor, now: Date): Prisma.PlaceWhereInput {
  return { OR: [{ agencyId: null }, { agencyId: actor.agencyId }, { cases: { some: casesByPlace(actor, now) } }, { reports: { some: visibleReports(actor, now) } }] };
}

/** Cases that the actor may find by their place. To the perpetrator's side it is the victim's address: no case of theirs shows it, and none is found by it. */
export function casesByPlace(actor: Actor, now: Date): Prisma.CaseWhereInput {
  return { OR: [withinReach(actor, now, "summary", ["both"]), withinReach(actor, now, "summary", ["victim"])] };
}

/** Who stands on reports the actor may read: everyone on those they took or triage, their own side on those of a case they reach on one side. */
export function visibleOnReports(actor: Actor, now: Date): Prisma.InvolvementWhereInput {
  const onCase = (side: "both" | "victim" | "perpetrator"): Prisma.InvolvementWhereInput => ({ report: { asbCase: withinReach(actor, now, "contribute", [side]) } });
  const everyone: Prisma.InvolvementWhereInput[] = [
    ...(actor.readsCases ? [{ report: { agencyId: actor.agencyId, areaId: { in: actor.areaIds } } }] : []),
    { report: takenLately(actor, now) },
    { report: { caseId: null } },
    onCase("both"),
  ];
  return {
    report: visibleReports(actor, now),
    OR: [...everyone, { side: { in: ["both", "victim"] }, ...onCase("victim") }, { side: { in: ["both", "perpetrator"] }, ...onCase("perpetrator") }],
  };
}

type OfReport = { caseId: string | null; agencyId: string; takenById: string };

/** The sides of a readable report that the actor reads: all of what they took, triage or reach on both sides; else their own side of its case. */
export async function sidesOfReport(tx: Tx, actor: Actor, now: Date, { caseId, agencyId, takenById }: OfReport): Promise<Side[]> {
  const everything: Side[] = ["both", "victim", "perpetrator"];
  if (!caseId || takenById === actor.memberId || (actor.readsCases && agencyId === actor.agencyId)) return everything;
  const asbCase = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, withinReach(actor, now, "contribute")] },
    select: { id: true, areaId: true, fromAreaId: true, rag: true, status: true, grants: { where: { revokedAt: null }, select: { agencyId: true, level: true, side: true, endsAt: true } } },
  });
  const side = asbCase && reachOf(actor, now, asbCase)?.side;
  if (!side) return [];
  return side === "both" ? everything : ["both", side];
}

/** People the actor sees in reports they may read. */
export function visibleInReports(actor: Actor, now: Date): Prisma.PersonWhereInput {
  return { involvements: { some: { OR: [...sideWithinReach(actor, now, "summary").OR, visibleOnReports(actor, now)] } } };
}
