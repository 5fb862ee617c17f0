import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

/** Opening a case in an emergency: practitioners and managers of agencies with a live agreement. */
export function mayBreakGlass(actor: Pick<Actor, "roles" | "areaIds">): Decision {
  if (!hasRole(actor, "practitioner", "manager")) return refuse("role-does-not-break");
  return actor.areaIds.length > 0 ? allow : refuse("no-agreement");
}
