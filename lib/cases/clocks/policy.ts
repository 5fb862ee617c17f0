import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { mayWorkCase } from "../page/policy";
import type { CaseStanding } from "../visibility";

type By = Pick<Actor, "memberId" | "agencyId" | "roles">;
type Standing = Pick<CaseStanding, "level" | "side" | "status" | "isByGlass" | "isByPanel" | "leadAgencyId" | "namedOfficerId">;

/** Whether a member may see the clocks of a case: those who read its log, the perpetrator's side apart. */
export function maySeeClocks(_actor: unknown, standing: Pick<CaseStanding, "level" | "side">): Decision {
  if (standing.side === "perpetrator") return refuse("perpetrator-side");
  return standing.level === "contribute" || standing.level === "lead" ? allow : refuse("summary-only");
}

/** Whether a member may let a clock stand still, or run again: a coordinator or manager of the agency that leads, while the case is open. */
export function mayPauseClock(actor: By, standing: Standing): Decision {
  if (standing.side === "perpetrator") return refuse("perpetrator-side");
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  if (standing.level !== "lead") return refuse("not-lead-agency");
  if (!hasRole(actor as Actor, "coordinator", "manager")) return refuse("not-a-supervisor");
  return standing.status === "closed" ? refuse("case-closed") : allow;
}

/** Whether a member may record a supervisor's review: as who may pause its clocks, on a case that is not their own. */
export function maySuperviseCase(actor: By, standing: Standing): Decision {
  const may = mayPauseClock(actor, standing);
  if (!may.allowed) return may;
  return standing.namedOfficerId === actor.memberId ? refuse("own-case") : allow;
}
