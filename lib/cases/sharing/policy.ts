import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../visibility";

type Standing = Pick<CaseStanding, "level" | "side" | "status">;

/** Whether the agency may share an open case, change what others see of it, or end that: the lead agency alone. */
export function mayShareCase(_actor: unknown, standing: Standing): Decision {
  if (standing.level !== "lead") return refuse("not-lead-agency");
  return standing.status === "closed" ? refuse("case-closed") : allow;
}

/** Whether the agency may end another's reach: the lead agency alone, also when the case is closed. */
export function mayEndShare(_actor: unknown, standing: Standing): Decision {
  return standing.level === "lead" ? allow : refuse("not-lead-agency");
}

/** Whether the agency may read who has the case: not the perpetrator's side, to whom it would tell of the victim's helpers. */
export function maySeeSharing(_actor: unknown, standing: Standing): Decision {
  return standing.side === "perpetrator" ? refuse("not-for-your-side") : allow;
}

/** Whether the agency may ask the lead for more than the summary it has. */
export function mayAskForMore(_actor: unknown, standing: Standing): Decision {
  if (standing.level !== "summary") return refuse("already-works-on-it");
  return standing.status === "closed" ? refuse("case-closed") : allow;
}
