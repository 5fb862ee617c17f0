import type { Actor } from "../platform/actor";
import type { Prisma } from "../platform/generated/client";
import type { CaseStatus, GrantLevel, Rag, Side } from "../platform/generated/enums";

const levels: GrantLevel[] = ["pointer", "summary", "contribute", "lead"];

/** The levels that are at least this one. */
export function atLeast(level: GrantLevel): GrantLevel[] {
  return levels.slice(levels.indexOf(level));
}

export function reaches(level: GrantLevel, wanted: GrantLevel): boolean {
  return levels.indexOf(level) >= levels.indexOf(wanted);
}

/** Cases within the actor's reach: a live grant of their agency in an area whose agreement is live, their panel's standing agenda, or their own break-glass; never one they are kept from (model, "The rule, once"). */
export function withinReach(actor: Actor, now: Date, level: GrantLevel, sides?: Side[]): Prisma.CaseWhereInput {
  const areaId = { in: actor.readsCases ? actor.areaIds : [] };
  const granted = (some: readonly Side[]): Prisma.CaseWhereInput => ({
    grants: {
      some: {
        agencyId: actor.agencyId,
        level: { in: atLeast(level) },
        revokedAt: null,
        OR: [{ endsAt: null }, { endsAt: { gt: now } }],
        side: { in: some.filter((side) => !sides || sides.includes(side)) },
      },
    },
  });
  // A case that went to another district may be worked under an agreement for either; on the perpetrator's side it stays where it came from.
  const ways: Prisma.CaseWhereInput[] = [
    { OR: [{ areaId }, { fromAreaId: areaId }], ...granted(["both", "victim"]) },
    { OR: [{ areaId, fromAreaId: null }, { fromAreaId: areaId }], ...granted(["perpetrator"]) },
  ].filter((_way, index) => !sides || sides.some((side) => (side === "perpetrator") === (index === 1)));
  const panelAreas = actor.panelAreaIds.filter((area) => actor.areaIds.includes(area));
  // Chair and coordinator reach every open red case of their panel's area, both sides.
  if (level !== "lead" && (!sides || sides.includes("both")) && panelAreas.length > 0) ways.push({ areaId: { in: panelAreas }, rag: "red", status: { not: "closed" } });
  if (level !== "lead" && (!sides || sides.includes(actor.side)) && actor.glassCaseIds.length > 0) ways.push({ id: { in: actor.glassCaseIds } });
  const reached = ways.length === 1 ? ways[0]! : { OR: ways };
  return actor.excludedCaseIds.length > 0 ? { AND: [reached, { id: { notIn: actor.excludedCaseIds } }] } : reached;
}

/** Cases of a district, as the actor knows them: on the perpetrator's side a case stays in the district it came from. */
export function inArea(actor: Pick<Actor, "agencyId">, areaId: string): Prisma.CaseWhereInput {
  const known = { grants: { some: { agencyId: actor.agencyId, side: "perpetrator" as const, revokedAt: null } } };
  return { OR: [{ areaId, OR: [{ fromAreaId: null }, { NOT: known }] }, { fromAreaId: areaId, ...known }] };
}

/** The districts whose agreements let an agency work a case on a side. */
export function areasOfCase(asbCase: { areaId: string; fromAreaId: string | null }, side: Side): string[] {
  if (side === "perpetrator") return [asbCase.fromAreaId ?? asbCase.areaId];
  return asbCase.fromAreaId ? [asbCase.areaId, asbCase.fromAreaId] : [asbCase.areaId];
}

type Reached = { id: string; areaId: string; fromAreaId: string | null; rag: Rag | null; status: CaseStatus; grants: readonly { agencyId: string; level: GrantLevel; side: Side; endsAt: Date | null }[] };

/** How far, on which side and by what the actor reaches one case whose live grants are at hand; null where `withinReach` does not find it. */
export function reachOf(actor: Actor, now: Date, asbCase: Reached): { level: GrantLevel; side: Side; by: "grant" | "panel" | "glass" } | null {
  if (actor.excludedCaseIds.includes(asbCase.id)) return null;
  const own = actor.readsCases ? asbCase.grants.find((grant) => grant.agencyId === actor.agencyId && (!grant.endsAt || grant.endsAt > now)) : undefined;
  if (own && reaches(own.level, "contribute") && own.side === "both") return { level: own.level, side: own.side, by: "grant" };
  if (asbCase.rag === "red" && asbCase.status !== "closed" && actor.panelAreaIds.includes(asbCase.areaId) && actor.areaIds.includes(asbCase.areaId)) return { level: "contribute", side: "both", by: "panel" };
  if (actor.glassCaseIds.includes(asbCase.id)) return { level: "contribute", side: actor.side, by: "glass" };
  return own ? { level: own.level, side: own.side, by: "grant" } : null;
}

type BySide = { OR: { side?: { in: Side[] }; asbCase: Prisma.CaseWhereInput }[] };

/** For rows of a case that have a side: both-sided reach reads them all, one-sided reach its own and the common ones. */
export function sideWithinReach(actor: Actor, now: Date, level: GrantLevel): BySide {
  return {
    OR: [
      { asbCase: withinReach(actor, now, level, ["both"]) },
      { side: { in: ["both", "victim"] }, asbCase: withinReach(actor, now, level, ["victim"]) },
      { side: { in: ["both", "perpetrator"] }, asbCase: withinReach(actor, now, level, ["perpetrator"]) },
    ],
  };
}

/** Signatures that are live on a London day: on an active agreement, inside its dates, not withdrawn. */
export function liveSignatures(today: Date): Prisma.AgreementSignatureWhereInput {
  return {
    withdrawnAt: null,
    signedOn: { lte: today },
    OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    agreement: { activatedAt: { not: null }, withdrawnAt: null, startsOn: { lte: today }, endsOn: { gte: today } },
  };
}
