import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";

type Asker = Pick<Actor, "roles" | "readsCases">;

/** Who may ask who looked at a case: governance, and those who work cases; which of these, the case's own answer says. */
export function mayAskWhoLooked(actor: Asker): Decision {
  return actor.readsCases || hasRole(actor, "governance") ? allow : refuse("no-audit-of-cases");
}

/** Who may see the audit of people, denied attempts and searches: information governance alone. */
export function mayOversee(actor: Pick<Actor, "roles">): Decision {
  return hasRole(actor, "governance") ? allow : refuse("not-governance");
}

/** Who may see what a whole agency did: its managers. */
export function mayFollowTeam(actor: Pick<Actor, "roles">): Decision {
  return hasRole(actor, "manager") ? allow : refuse("not-a-manager");
}

/** Who may ask what another member did: managers, of their own agency, and governance. */
export function mayFollowMembers(actor: Pick<Actor, "roles">): Decision {
  return hasRole(actor, "manager", "governance") ? allow : refuse("not-a-supervisor");
}
