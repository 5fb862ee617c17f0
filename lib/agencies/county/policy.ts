import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { isCountyGovernance } from "../members/policy";

/** Who may see how far the county is set up, and keep its areas and agencies: county governance. */
export function mayKeepCounty(actor: Pick<Actor, "roles" | "agencyKind">): Decision {
  return isCountyGovernance(actor) ? allow : refuse("not-county-governance");
}
