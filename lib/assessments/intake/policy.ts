import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { mayOpenAgain } from "../../clocks/rules";
import { mayTakeReports } from "../../reports/policy";
import type { CaseStanding } from "../../cases/visibility";

type Taker = Pick<Actor, "roles" | "readsCases" | "areaIds" | "side">;
type Subject = { place: { areaId: string }; joins: Pick<CaseStanding, "status" | "closedAt" | "side"> | null };

/** Whether a member's own agency may lead the cases they begin: they read cases, and it works both sides. */
export function leadsOwnCases(actor: Pick<Actor, "readsCases" | "side">): boolean {
  return actor.readsCases && actor.side === "both";
}

/** Whether a member may take this report: in an area of their agency's live agreements; onto a case only while it is open or may open again, and not from the perpetrator's side. */
export function mayTakeReport(actor: Taker, { place, joins }: Subject, _given: unknown, now: Date): Decision {
  const taking = mayTakeReports(actor);
  if (!taking.allowed) return taking;
  if (!actor.areaIds.includes(place.areaId)) return refuse("area-not-covered");
  return joins ? mayAddReports(joins, now) : allow;
}

/** Whether reports may be put on a case the member contributes to: while it is open, or within 28 days of its closing, which opens it again; by agencies that see the victim's side. */
export function mayAddReports(standing: Pick<CaseStanding, "status" | "closedAt" | "side">, now: Date): Decision {
  if (standing.status === "closed" && !mayOpenAgain(standing.closedAt, now)) return refuse("case-closed");
  return standing.side === "perpetrator" ? refuse("other-side") : allow;
}
