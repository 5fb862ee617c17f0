import { hasRole, type Actor, type MemberRole } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { isCountyGovernance, mayAddMember, type Administered } from "../members/policy";

type Asker = Pick<Actor, "roles" | "agencyId" | "agencyKind" | "userId">;
export type ToLetIn = Administered & { userId: string; roles: readonly MemberRole[] };

/** Who may invite a member: who may add one there, and county governance the only administrator of an agency; never oneself. */
export function mayInvite(actor: Asker, member: ToLetIn): Decision {
  if (member.userId === actor.userId) return refuse("not-yourself");
  const isOnlyAdmin = member.roles.includes("agency_admin") && member.admins <= 1;
  return isCountyGovernance(actor) && isOnlyAdmin ? allow : mayAddMember(actor, member);
}

export type ToReset = ToLetIn & { isOfGovernance: boolean };

/** Who may reset a member's sign-in: who may invite them; for somebody of information governance, county governance alone. */
export function mayReset(actor: Asker, member: ToReset): Decision {
  if (member.userId === actor.userId) return refuse("not-yourself");
  if (!member.isOfGovernance) return mayInvite(actor, member);
  return isCountyGovernance(actor) ? allow : refuse("of-governance");
}

export type WaitingForSecond = ToReset & { kind: string; askedByUserId: string; worksElsewhere: boolean };

/** Who may agree to a link as the second person: another administrator, or county governance where there is one at most; for a new second factor of governance, or of one who works elsewhere too, county governance alone. Who may invite them may take it back. */
export function mayDecideInvitation(actor: Asker, link: WaitingForSecond, { decision }: { decision: "granted" | "declined" }): Decision {
  if (link.userId === actor.userId) return refuse("not-yourself");
  const isOwnAdmin = hasRole(actor, "agency_admin") && link.agencyId === actor.agencyId;
  if (!isOwnAdmin && !isCountyGovernance(actor)) return refuse("not-administrator");
  if (decision === "declined" && mayInvite(actor, link).allowed) return allow;
  if (link.askedByUserId === actor.userId) return refuse("second-person");
  const isForCounty = link.kind === "device" && (link.isOfGovernance || link.worksElsewhere);
  const isSecond = isForCounty ? isCountyGovernance(actor) : isOwnAdmin || link.admins <= 1;
  return isSecond ? allow : refuse("not-second");
}

/** Who may take back a link that was not used: who may make one. */
export function mayWithdrawInvitation(actor: Asker, link: ToReset & { kind: string }): Decision {
  return link.kind === "join" ? mayInvite(actor, link) : mayReset(actor, link);
}

/** Who may read how members can sign in, and send what was asked for: administrators and county governance. What may be sent is for the link. */
export function mayReadLinks(actor: Asker): Decision {
  return hasRole(actor, "agency_admin") || isCountyGovernance(actor) ? allow : refuse("not-administrator");
}
