import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../visibility";

type Standing = Pick<CaseStanding, "level" | "isByGlass" | "status" | "namedOfficerId">;
type Member = Pick<Actor, "memberId" | "roles">;

/** Keeping a member from a case: the lead agency for anyone, and each member for themselves. */
export function mayExclude(actor: Member, standing: Standing, given: { memberId: string }): Decision {
  if (standing.isByGlass) return refuse("read-only");
  return given.memberId === actor.memberId || standing.level === "lead" ? allow : refuse("not-lead-agency");
}

/** Letting a member back in, restricting a case and ending that: a manager of the lead agency. */
export function mayKeepCase(actor: Member, standing: Standing): Decision {
  return standing.level === "lead" && hasRole(actor, "manager") ? allow : refuse("not-manager-of-lead");
}

/** Letting a member back in: a manager of the lead agency; where none is left who may, because the one that is kept from it is the only one, its coordinators and the named officer. */
export function mayEndExclusion(actor: Member, standing: Standing & { isWithoutManager: boolean }): Decision {
  const isStandIn = standing.level === "lead" && standing.isWithoutManager && (hasRole(actor, "coordinator") || standing.namedOfficerId === actor.memberId);
  return isStandIn ? allow : mayKeepCase(actor, standing);
}

/** Naming another officer: the lead agency's managers and coordinators, and the officer who hands it over. */
export function mayNameOfficer(actor: Member, standing: Standing): Decision {
  if (standing.level !== "lead") return refuse("not-lead-agency");
  if (standing.status === "closed") return refuse("case-closed");
  return hasRole(actor, "manager", "coordinator") || standing.namedOfficerId === actor.memberId ? allow : refuse("role-does-not-name");
}
