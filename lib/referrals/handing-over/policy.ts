import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../../cases/visibility";

type Member = Pick<Actor, "memberId" | "agencyId" | "roles">;
type Standing = Pick<CaseStanding, "level" | "status" | "namedOfficerId">;

/** Offering the lead to another agency, and taking the offer back: the case's named officer, and the managers and coordinators of the lead. */
export function mayOfferLead(actor: Member, standing: Standing): Decision {
  if (standing.level !== "lead") return refuse("not-lead-agency");
  if (standing.status === "closed") return refuse("case-closed");
  return hasRole(actor, "manager", "coordinator") || standing.namedOfficerId === actor.memberId ? allow : refuse("role-does-not-hand-over");
}

/** Taking over a lead that was offered, or declining it: a coordinator or manager of the agency it was offered to. */
export function mayAnswerOffer(actor: Member, offer: { toAgencyId: string | null }): Decision {
  return offer.toAgencyId === actor.agencyId && hasRole(actor, "coordinator", "manager") ? allow : refuse("not-the-receiver");
}
