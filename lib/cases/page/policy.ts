import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../visibility";

type Reader = Pick<Actor, "readsCases" | "panelAreaIds">;
type Working = Pick<CaseStanding, "level" | "isByGlass">;
type Standing = Working & Pick<CaseStanding, "side" | "status">;

/** Whether a member may open case pages at all: roles that read no cases are refused, panel members are not. */
export function mayReadCases(actor: Reader): Decision {
  return actor.readsCases || actor.panelAreaIds.length > 0 ? allow : refuse("reads-no-cases");
}

/** Whether the agency works the case, and so writes in it; refused to a summary, and to who reads it by break-glass. */
export function mayWorkCase(_actor: unknown, standing: Working): Decision {
  if (standing.isByGlass) return refuse("read-only");
  return standing.level === "contribute" || standing.level === "lead" ? allow : refuse("summary-only");
}

/** Whether a member may see how a case ends, and what its victims say of it: those who read its log, the perpetrator's side apart. */
export function maySeeClosing(_actor: unknown, standing: Pick<CaseStanding, "level" | "side">): Decision {
  if (standing.side === "perpetrator") return refuse("perpetrator-side");
  return standing.level === "contribute" || standing.level === "lead" ? allow : refuse("summary-only");
}

/** Whether the agency may assess risk or judge it higher: those who work the case while it is open and may see its victims. */
export function mayAssessCase(actor: unknown, standing: Standing): Decision {
  if (standing.side === "perpetrator") return refuse("perpetrator-side");
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  return standing.status === "closed" ? refuse("case-closed") : allow;
}
