import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

/** Whether a member may look up people, places and cases: who works cases, sits on a panel or takes reports. */
export function mayFind(actor: Pick<Actor, "readsCases" | "panelAreaIds" | "roles">): Decision {
  return actor.readsCases || actor.panelAreaIds.length > 0 || hasRole(actor, "reporter") ? allow : refuse("finds-nothing");
}

/** Asking the lead of a case for reach: those who would work it. Whether they may know of the case is for the asking itself. */
export function mayAskAccess(actor: Pick<Actor, "roles">): Decision {
  return hasRole(actor, "practitioner", "coordinator", "manager") ? allow : refuse("role-does-not-ask");
}
