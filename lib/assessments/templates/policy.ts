import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { isCountyGovernance } from "../../agencies/members/policy";

type Asker = Pick<Actor, "roles" | "agencyKind" | "userId">;

/** Who may read the register of forms, write drafts, ask for them to be published and call off what is planned: county governance. */
export function mayKeepTemplates(actor: Asker): Decision {
  return isCountyGovernance(actor) ? allow : refuse("not-county-governance");
}
