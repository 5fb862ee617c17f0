import { hasRole, type Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";

/** An area's figures are for its coordinators, managers of a service that triages there, its panel, and analysts; the database asks again, by area. */
export function maySeeFigures(actor: Actor): Decision {
  const isPanel = actor.panelAreaIds.length > 0;
  return isPanel || hasRole(actor, "coordinator", "manager", "analyst") ? allow : refuse("no-area-figures");
}
