import { hasRole, type Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";

type Taker = Pick<Actor, "roles" | "readsCases" | "areaIds">;

/** Whether a member may take reports: call takers and whoever works cases, while their agency has a live agreement. */
export function mayTakeReports(actor: Taker): Decision {
  if (!actor.readsCases && !hasRole(actor, "reporter")) return refuse("takes-no-reports");
  return actor.areaIds.length > 0 ? allow : refuse("no-agreement");
}

/** Whether a member may read reports at all; which ones is for the predicate. */
export function mayReadReports(actor: Taker): Decision {
  return mayTakeReports(actor);
}

type Sorted = { agencyId: string; areaId: string };

/** Whether a member may decide where a report without a case goes: a coordinator of its area, or the agency that took it. */
export function maySortReport(actor: Pick<Actor, "agencyId" | "readsCases" | "triageAreaIds">, report: Sorted): Decision {
  if (!actor.readsCases) return refuse("reads-no-cases");
  return report.agencyId === actor.agencyId || actor.triageAreaIds.includes(report.areaId) ? allow : refuse("not-yours-to-sort");
}
