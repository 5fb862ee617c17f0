import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { mayWorkCase } from "../../cases/page/policy";
import type { CaseStanding } from "../../cases/visibility";

type Standing = Pick<CaseStanding, "level" | "side" | "status" | "isByGlass" | "leadAgencyId">;
type Member = Pick<Actor, "agencyId" | "roles">;

/** Whether a member may record what a victim says of closing the case: those who work it and may see its victims, while it is open. */
export function mayRecordView(actor: Member, standing: Standing): Decision {
  if (standing.side === "perpetrator") return refuse("perpetrator-side");
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  return standing.status === "closed" ? refuse("already-closed") : allow;
}

/** Whether a member may close a case or propose it: the lead agency's. */
export function mayCloseCase(actor: Member, standing: Standing): Decision {
  if (standing.level !== "lead" || standing.leadAgencyId !== actor.agencyId) return refuse("not-lead-agency");
  return standing.status === "closed" ? refuse("already-closed") : allow;
}

/** Whether a member may approve a proposal to close, or decline it: a manager of the lead agency. That it is not their own is a rule of the work. */
export function mayDecideClosure(actor: Member, standing: Standing): Decision {
  const closes = mayCloseCase(actor, standing);
  if (!closes.allowed) return closes;
  return hasRole(actor, "manager") ? allow : refuse("not-manager-of-lead");
}

/** Whether a member may open a closed case again: the lead agency's. */
export function mayReopenCase(actor: Member, standing: Standing): Decision {
  if (standing.level !== "lead" || standing.leadAgencyId !== actor.agencyId) return refuse("not-lead-agency");
  return standing.status === "closed" ? allow : refuse("not-closed");
}
