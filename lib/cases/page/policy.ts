import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../visibility";

type Reader = Pick<Actor, "readsCases" | "panelAreaIds">;
type Standing = Pick<CaseStanding, "level" | "side" | "status">;

const worksIt = (standing: Standing) => standing.level === "contribute" || standing.level === "lead";

/** Whether a member may open case pages at all: roles that read no cases are refused, panel members are not. */
export function mayReadCases(actor: Reader): Decision {
  return actor.readsCases || actor.panelAreaIds.length > 0 ? allow : refuse("reads-no-cases");
}

/** Whether the agency works the case, and so reads and writes its log; a summary is refused. */
export function mayWorkCase(_actor: unknown, standing: Standing): Decision {
  return worksIt(standing) ? allow : refuse("summary-only");
}

/** Whether the agency may record a risk assessment: those who work the case while it is not closed, the perpetrator's side apart. */
export function mayAssessCase(_actor: unknown, standing: Standing): Decision {
  if (!worksIt(standing)) return refuse("summary-only");
  if (standing.side === "perpetrator") return refuse("not-a-victim-side");
  return standing.status === "closed" ? refuse("case-closed") : allow;
}

/** Whether the agency may give others reach: the lead agency alone. */
export function mayShareThisCase(_actor: unknown, standing: Standing): Decision {
  return standing.level === "lead" ? allow : refuse("not-lead-agency");
}
