import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

/** Reading the emergency openings of an area: its information governance. */
export function mayListGlass(actor: Pick<Actor, "roles">): Decision {
  return hasRole(actor, "governance") ? allow : refuse("not-governance");
}

/** Reviewing one: information governance, never of one's own. */
export function mayReviewGlass(actor: Pick<Actor, "roles" | "memberId">, glass: { memberId: string }): Decision {
  if (!hasRole(actor, "governance")) return refuse("not-governance");
  return glass.memberId === actor.memberId ? refuse("own-opening") : allow;
}
