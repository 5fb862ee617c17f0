import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../../cases/visibility";

type Member = Pick<Actor, "memberId" | "agencyId" | "roles">;
type Standing = Pick<CaseStanding, "level" | "status" | "namedOfficerId">;

/** Giving or refusing what another agency asked for: the case's named officer, and the managers of the agency that leads it. */
export function mayAnswerAccess(actor: Member, { standing }: { standing: Standing }): Decision {
  if (standing.level !== "lead") return refuse("not-lead-agency");
  if (standing.status === "closed") return refuse("case-closed");
  return hasRole(actor, "manager") || standing.namedOfficerId === actor.memberId ? allow : refuse("not-officer-or-manager");
}

/** Taking back what one's own agency asked. */
export function mayWithdrawRequest(actor: Member, request: { raisedByAgencyId: string }): Decision {
  return request.raisedByAgencyId === actor.agencyId ? allow : refuse("not-asker");
}
