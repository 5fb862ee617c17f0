import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

/** Whether a member may look up people, places and cases: who works cases, sits on a panel or takes reports. */
export function mayFind(actor: Pick<Actor, "readsCases" | "panelAreaIds" | "roles">): Decision {
  return actor.readsCases || actor.panelAreaIds.length > 0 || hasRole(actor, "reporter") ? allow : refuse("finds-nothing");
}
