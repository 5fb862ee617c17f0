import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { isCountyGovernance } from "../members/policy";

type Asker = Pick<Actor, "roles" | "agencyKind" | "userId">;

/** Who may read the register: county governance, and administrators what their own agency signed. */
export function mayReadAgreements(actor: Asker): Decision {
  return isCountyGovernance(actor) || hasRole(actor, "agency_admin") ? allow : refuse("not-for-agreements");
}

/** Who may propose agreements, record signatures and withdraw them: county governance. */
export function mayKeepAgreements(actor: Asker): Decision {
  return isCountyGovernance(actor) ? allow : refuse("not-county-governance");
}

/** Who may make an agreement live: somebody of county governance who neither proposed it nor recorded any of its signatures. */
export function mayActivateAgreement(actor: Asker, agreement: { byUserIds: readonly string[] }): Decision {
  const keeps = mayKeepAgreements(actor);
  return keeps.allowed && agreement.byUserIds.includes(actor.userId) ? refuse("second-person") : keeps;
}

/** Who may confirm a signature on a live agreement: somebody of county governance other than who recorded it, who may only take it back. */
export function mayDecideSignatory(actor: Asker, proposal: { askedByUserId: string }, { decision }: { decision: "confirmed" | "declined" }): Decision {
  const keeps = mayKeepAgreements(actor);
  return keeps.allowed && decision === "confirmed" && proposal.askedByUserId === actor.userId ? refuse("second-person") : keeps;
}

/** Who may withdraw a whole agreement: somebody of county governance other than who asked for it, who may only take that back. */
export function mayDecideWithdrawal(actor: Asker, agreement: { withdrawalByUserId: string }, { decision }: { decision: "confirmed" | "declined" }): Decision {
  const keeps = mayKeepAgreements(actor);
  return keeps.allowed && decision === "confirmed" && agreement.withdrawalByUserId === actor.userId ? refuse("second-for-withdrawal") : keeps;
}
