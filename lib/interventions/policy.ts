import type { Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";
import type { CaseStanding } from "../cases/visibility";

/** Putting an order, agreement or notice on record, and its steps: whoever works the case. Orders outlive cases, so a closed case does not bar it. */
export function mayRecordIntervention(_actor: Pick<Actor, "agencyId">, standing: Pick<CaseStanding, "level">): Decision {
  return standing.level === "contribute" || standing.level === "lead" ? allow : refuse("summary-only");
}
