import type { Actor } from "../platform/actor";
import type { Prisma } from "../platform/generated/client";
import type { GrantLevel, Side } from "../platform/generated/enums";

const levels: GrantLevel[] = ["pointer", "summary", "contribute", "lead"];

/** The levels that are at least this one. */
export function atLeast(level: GrantLevel): GrantLevel[] {
  return levels.slice(levels.indexOf(level));
}

export function reaches(level: GrantLevel, wanted: GrantLevel): boolean {
  return levels.indexOf(level) >= levels.indexOf(wanted);
}

/** Cases within the actor's reach: a live grant of their agency in an area whose agreement is live, or their panel's standing agenda (model, "The rule, once"). */
export function withinReach(actor: Actor, now: Date, level: GrantLevel, sides?: Side[]): Prisma.CaseWhereInput {
  const granted: Prisma.CaseWhereInput = {
    areaId: { in: actor.readsCases ? actor.areaIds : [] },
    grants: {
      some: {
        agencyId: actor.agencyId,
        level: { in: atLeast(level) },
        revokedAt: null,
        OR: [{ endsAt: null }, { endsAt: { gt: now } }],
        ...(sides ? { side: { in: sides } } : {}),
      },
    },
  };
  const byPanel = level !== "lead" && (!sides || sides.includes("both"));
  const panelAreas = actor.panelAreaIds.filter((area) => actor.areaIds.includes(area));
  if (!byPanel || panelAreas.length === 0) return granted;
  // Chair and coordinator reach every open red case of their panel's area, both sides.
  return { OR: [granted, { areaId: { in: panelAreas }, rag: "red", status: { not: "closed" } }] };
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
