import { allow, refuse, type Decision } from "../../platform/decision";
import { mayWorkCase } from "../page/policy";
import type { CaseStanding } from "../visibility";
import type { InvolvementRole, Side } from "../schema";
import { sideOfRole } from "./rules";

type Standing = Pick<CaseStanding, "level" | "isByGlass" | "side" | "status">;

/** Adding somebody takes contribute on an open case; a one-sided agency adds its own side only. */
export function mayAddInvolvement(actor: unknown, standing: Standing, given: { role: InvolvementRole; side?: Side }): Decision {
  const changes = mayChangeInvolvement(actor, { standing });
  if (!changes.allowed) return changes;
  const side = sideOfRole(given.role, given.side);
  return standing.side === "both" || side === "both" || side === standing.side ? allow : refuse("other-side");
}

/** Taking somebody off a case, or marking them as responsible, takes contribute on an open case. */
export function mayChangeInvolvement(actor: unknown, { standing }: { standing: Standing }): Decision {
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  return standing.status === "closed" ? refuse("case-closed") : allow;
}
