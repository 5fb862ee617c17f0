import type { Decision } from "../platform/decision";
import { mayWorkCase } from "../cases/page/policy";
import type { CaseStanding } from "../cases/visibility";

/** Logging a contact takes contribute; an agency at summary is refused. */
export function mayLogContact(actor: unknown, standing: Pick<CaseStanding, "level" | "isByGlass" | "side" | "status">): Decision {
  return mayWorkCase(actor, standing);
}
