import type { Actor } from "../../platform/actor";
import { Prisma } from "../../platform/db";
import type { GrantLevel } from "../../platform/generated/enums";

/**
 * The cases within an actor's reach, as SQL: what `visibleCases` says, for reads that sort by what the reach
 * itself decides. Gives each case (c) with the side it is seen from; the perpetrator's side sorts by behaviour alone,
 * and by no clock: how soon a review is due says which colour it is for.
 */
export function reachedCases(actor: Actor, now: Date, level: Exclude<GrantLevel, "lead"> = "summary"): Prisma.Sql {
  const panelAreas = actor.panelAreaIds.filter((area) => actor.areaIds.includes(area));
  const byPanel = Prisma.sql`(c."areaId" = ANY (${panelAreas}::uuid[]) AND c.rag = 'red' AND c.status <> 'closed')`;
  const byGlass = Prisma.sql`c.id = ANY (${actor.glassCaseIds}::uuid[])`;
  return Prisma.sql`
    SELECT c.*, seen.colour, seen.area AS "shownAreaId", seen.moved AS "isKeptFromMove",
           CASE seen.colour WHEN 'red' THEN 0 WHEN 'amber' THEN 2 WHEN 'green' THEN 3 ELSE 1 END AS rank,
           CASE WHEN seen.side <> 'perpetrator' THEN least(c."nextContactAt", c."nextReviewAt") END AS due,
           seen.side
    FROM "Case" c
    LEFT JOIN LATERAL (
      SELECT g.side FROM "Grant" g
      WHERE g."caseId" = c.id AND g."agencyId" = ${actor.agencyId}::uuid AND ${actor.readsCases} AND g."revokedAt" IS NULL
        AND (g."endsAt" IS NULL OR g."endsAt" > ${now}) AND g.level >= ${level}::"GrantLevel"
      LIMIT 1
    ) own ON true
    CROSS JOIN LATERAL (SELECT CASE WHEN ${byPanel} THEN 'both' WHEN ${byGlass} THEN ${actor.side} ELSE own.side::text END AS side) reached
    CROSS JOIN LATERAL (SELECT reached.side, CASE WHEN reached.side = 'perpetrator' THEN coalesce(c."fromAreaId", c."areaId") ELSE c."areaId" END AS area,
                               reached.side = 'perpetrator' AND c."fromAreaId" IS NOT NULL AS moved, CASE WHEN reached.side = 'perpetrator' THEN c."behaviourRag" ELSE c.rag END AS colour) seen
    WHERE (seen.area = ANY (${actor.areaIds}::uuid[]) OR reached.side <> 'perpetrator' AND c."fromAreaId" = ANY (${actor.areaIds}::uuid[]) OR ${byGlass}) AND c.id <> ALL (${actor.excludedCaseIds}::uuid[]) AND seen.side IS NOT NULL`;
}
