import type { CaseStanding } from "../../cases/visibility";
import { mayAssessCase, mayWorkCase } from "../../cases/page/policy";
import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

type Standing = Pick<CaseStanding, "level" | "side" | "status" | "leadAgencyId" | "isByPanel" | "isByGlass">;
type Member = Pick<Actor, "roles" | "agencyId" | "readsCases">;

function mayWork(actor: Member, standing: Standing): Decision {
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  return standing.status === "closed" ? refuse("case-closed") : allow;
}

/** Whether a member may assess risk or judge it higher: whom the case's page offers it, by the same rule. */
export function mayAssessRisk(actor: Member, standing: Standing): Decision {
  return mayAssessCase(actor, standing);
}

/** Whether a member may record a trigger or a need: anyone who works the case, on either side. */
export function mayAddToRisk(actor: Member, standing: Standing): Decision {
  return mayWork(actor, standing);
}

/** Whether a member is a manager of the agency that leads the case. */
export function isManagerOfLead(actor: Member, standing: Pick<Standing, "leadAgencyId">): boolean {
  return actor.agencyId === standing.leadAgencyId && hasRole(actor, "manager");
}

/** Whether a member may take risk down: end a trigger, lower a colour, end a judgement. A manager of the lead agency alone. */
export function mayTakeRiskDown(actor: Member, standing: Standing): Decision {
  if (standing.side === "perpetrator") return refuse("perpetrator-side");
  const works = mayWork(actor, standing);
  if (!works.allowed) return works;
  return isManagerOfLead(actor, standing) ? allow : refuse("not-manager-of-lead");
}
