import type { Actor } from "../platform/actor";
import type { Decision } from "../platform/decision";
import { mayWorkCase } from "../cases/page/policy";
import type { CaseStanding } from "../cases/visibility";

/** Putting an order, agreement or notice on record, and its steps: whoever works the case. Orders outlive cases, so a closed case does not bar it. */
export function mayRecordIntervention(actor: Pick<Actor, "agencyId">, standing: Pick<CaseStanding, "level" | "isByGlass">): Decision {
  return mayWorkCase(actor, standing);
}
