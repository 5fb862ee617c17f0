import { addDays, type Day, daysBetween, londonDay } from "../../format/dates";
import { memberRoles, type MemberRole } from "../../platform/actor";

/** Roles that one administrator gives alone; every other waits for a second person. */
export const rolesAtOnce: readonly MemberRole[] = ["reporter", "practitioner"];

const casework: readonly MemberRole[] = ["reporter", "practitioner", "coordinator", "manager", "chair"];

/** The roles that a kind of agency can have: those who watch over the work take no part in it, and read its figures instead. */
export function rolesOffered(agencyKind: string): MemberRole[] {
  const refused: readonly MemberRole[] = agencyKind === "governance" ? casework : agencyKind === "oversight" ? [...casework, "system_admin"] : ["analyst", "system_admin"];
  return memberRoles.filter((role) => !refused.includes(role));
}

/** What a choice of roles comes to at once, and what waits for a second person. Roles that are taken away go at once. */
export function splitRoles(wanted: readonly MemberRole[], held: readonly MemberRole[]): { now: MemberRole[]; waiting: MemberRole[] } {
  const inOrder = memberRoles.filter((role) => wanted.includes(role));
  return {
    now: inOrder.filter((role) => held.includes(role) || rolesAtOnce.includes(role)),
    waiting: inOrder.filter((role) => !held.includes(role) && !rolesAtOnce.includes(role)),
  };
}

/** Days without a sign-in after which somebody is asked about. */
export const quietDays = 28;

/** Whether a member has not signed in for 28 days: since they last did, or since they began. */
export function isQuiet(lastSignedInAt: Date | null, startsAt: Date, now: Date): boolean {
  return daysBetween(londonDay(lastSignedInAt ?? startsAt), londonDay(now)) >= quietDays;
}

/** Days after which an administrator confirms again that a member needs their access. */
export const confirmEveryDays = 90;

/** The day by which a member is to be confirmed again. */
export function confirmBy(confirmedAt: Date | null, startsAt: Date): Day {
  return addDays(londonDay(confirmedAt ?? startsAt), confirmEveryDays);
}
