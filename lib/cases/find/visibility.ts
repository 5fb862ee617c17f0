import type { Actor } from "../../platform/actor";
import type { Prisma } from "../../platform/generated/client";
import { casesByPlace } from "../../reports/visibility";
import { visibleReports } from "../visibility";

/** Places the actor may open: the gazetteer's, those their agency typed, and those of a case or report they may read. Those known as somebody's home come through `homesAt`. */
export function visiblePlaces(actor: Actor, now: Date): Prisma.PlaceWhereInput {
  return { OR: [{ agencyId: null }, { agencyId: actor.agencyId }, { cases: { some: casesByPlace(actor, now) } }, { reports: { some: visibleReports(actor, now) } }] };
}
