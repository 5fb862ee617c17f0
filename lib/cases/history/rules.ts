import { hasRole, type Actor } from "../../platform/actor";
import type { CaseStanding } from "../visibility";

/** Whether the actor answers for the case: its named officer, or a manager of the agency that leads it. They may be told who looked at it. */
export function answersForCase(actor: Pick<Actor, "roles" | "memberId">, standing: Pick<CaseStanding, "level" | "namedOfficerId">): boolean {
  return standing.level === "lead" && (hasRole(actor, "manager") || standing.namedOfficerId === actor.memberId);
}
