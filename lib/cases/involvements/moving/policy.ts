import { refuse, type Decision } from "../../../platform/decision";
import type { CaseStanding } from "../../visibility";
import type { InvolvementRole } from "../../schema";
import { mayChangeInvolvement } from "../policy";

type Subject = { standing: Pick<CaseStanding, "level" | "isByGlass" | "side" | "status">; role: InvolvementRole; person: { kind: string } };

/** Recording where somebody has moved to takes contribute on an open case; homes are kept of people a case is about alone. */
export function mayRecordMove(actor: unknown, { standing, role, person }: Subject): Decision {
  const changes = mayChangeInvolvement(actor, { standing });
  if (!changes.allowed) return changes;
  return role === "professional" || person.kind !== "individual" ? refuse("no-home-kept") : changes;
}
