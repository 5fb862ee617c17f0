import { hasRole, type Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";
import { mayWorkCase } from "../cases/page/policy";
import type { CaseStanding } from "../cases/visibility";

type Member = Pick<Actor, "agencyId" | "roles">;

/** Whose an action is: what every policy of it judges. */
export type ActionParties = { ownerAgencyId: string; askedByAgencyId: string; leadAgencyId: string };

function doesWork(actor: Member): boolean {
  return hasRole(actor, "practitioner", "coordinator", "manager");
}

/** Asking an agency to act: whoever works the case, and its panel's chair and coordinator, while it is not closed. */
export function mayRaiseAction(actor: Member, standing: Pick<CaseStanding, "level" | "status" | "isByPanel" | "isByGlass">): Decision {
  if (standing.status === "closed") return refuse("case-closed");
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  return doesWork(actor) || standing.isByPanel ? allow : refuse("role-does-not-act");
}

/** Accepting, declining, handing on and finishing: any working member of the agency that was asked. */
export function mayAnswerAction(actor: Member, action: ActionParties): Decision {
  if (action.ownerAgencyId !== actor.agencyId) return refuse("other-agency-asked");
  return doesWork(actor) ? allow : refuse("role-does-not-act");
}

/** Cancelling, or asking someone else after a refusal: the agency that asked, or the one that leads the case. */
export function maySettleAction(actor: Member, action: ActionParties): Decision {
  if (action.askedByAgencyId !== actor.agencyId && action.leadAgencyId !== actor.agencyId) return refuse("not-asker");
  return doesWork(actor) || hasRole(actor, "chair") ? allow : refuse("role-does-not-act");
}
