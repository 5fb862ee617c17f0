import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

type Asker = Pick<Actor, "roles" | "agencyId" | "agencyKind" | "userId">;

/** An agency as far as its administration goes: how many administrators it has now. */
export type Administered = { agencyId: string; admins: number };

/** Whether someone is information governance of the county, not of one agency. */
export function isCountyGovernance(actor: Pick<Actor, "roles" | "agencyKind">): boolean {
  return hasRole(actor, "governance") && actor.agencyKind === "governance";
}

/** Who may read a register of members: the agency's administrators, and county governance. */
export function mayReadRegister(actor: Asker): Decision {
  return hasRole(actor, "agency_admin") || isCountyGovernance(actor) ? allow : refuse("not-administrator");
}

/** Who may add members to an agency: its administrators, and county governance where it has none. */
export function mayAddMember(actor: Asker, agency: Administered): Decision {
  if (hasRole(actor, "agency_admin") && agency.agencyId === actor.agencyId) return allow;
  if (!isCountyGovernance(actor)) return refuse("not-administrator");
  return agency.admins === 0 ? allow : refuse("has-administrator");
}

/** Who may change, confirm, hand on from or end a member: who may add one there, and never the member themselves, in whatever post. */
export function mayChangeMember(actor: Asker, member: Administered & { userId: string }): Decision {
  const administers = mayAddMember(actor, member);
  return administers.allowed && member.userId === actor.userId ? refuse("not-yourself") : administers;
}

export type RequestedRoles = Administered & { askedByUserId: string; memberUserId: string };

/** Who may grant roles above practitioner: a second administrator, or county governance where the agency has one at most. Whoever asked may only take it back. */
export function mayDecideRoles(actor: Asker, request: RequestedRoles, { decision }: { decision: "granted" | "declined" }): Decision {
  if (request.memberUserId === actor.userId) return refuse("not-yourself");
  const isOwnAdmin = hasRole(actor, "agency_admin") && request.agencyId === actor.agencyId;
  if (!isOwnAdmin && !isCountyGovernance(actor)) return refuse("not-administrator");
  if (request.askedByUserId === actor.userId) return decision === "declined" ? allow : refuse("second-person");
  return isOwnAdmin || request.admins <= 1 ? allow : refuse("not-second");
}

/** Who may see across agencies who signs in: county governance. */
export function mayOverseeAdoption(actor: Asker): Decision {
  return isCountyGovernance(actor) ? allow : refuse("not-county-governance");
}

/** Who may read the table of permissions: administrators, and information governance of any kind. */
export function mayReadPermissions(actor: Asker): Decision {
  return hasRole(actor, "agency_admin", "governance", "system_admin") ? allow : refuse("not-for-permissions");
}
