import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import type { CaseStanding } from "../visibility";

/** Closing is the lead agency's; a red case takes one of its managers. */
export function mayCloseCase(actor: Actor, asbCase: CaseStanding): Decision {
  if (asbCase.level !== "lead" || asbCase.leadAgencyId !== actor.agencyId) return refuse("not-lead-agency");
  if (asbCase.rag === "red" && !hasRole(actor, "manager")) return refuse("red-needs-manager");
  return allow;
}
