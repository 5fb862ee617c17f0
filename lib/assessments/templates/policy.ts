import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { isCountyGovernance } from "../../agencies/members/policy";

type Asker = Pick<Actor, "roles" | "agencyKind" | "userId">;

/** Who may read the register of forms, write drafts, ask for them to be published and call off what is planned: county governance. */
export function mayKeepTemplates(actor: Asker): Decision {
  return isCountyGovernance(actor) ? allow : refuse("not-county-governance");
}

/** Who may publish a version: somebody of county governance other than who asked, who may only take it back. */
export function mayDecideTemplate(actor: Asker, template: { askedByUserId: string }, { decision }: { decision: "published" | "declined" }): Decision {
  const keeps = mayKeepTemplates(actor);
  return keeps.allowed && decision === "published" && template.askedByUserId === actor.userId ? refuse("second-person") : keeps;
}
