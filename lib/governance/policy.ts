import type { Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";
import type { CaseStanding } from "../cases/visibility";

/** A hold on a record is placed by the agency that leads the case. */
export function mayPlaceHold(actor: Actor, asbCase: CaseStanding): Decision {
  return asbCase.level === "lead" && asbCase.leadAgencyId === actor.agencyId ? allow : refuse("not-lead-agency");
}
