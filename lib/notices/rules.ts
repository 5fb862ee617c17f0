import type { MemberRole } from "../platform/actor";

export type Tellable = { id: string; agencyId: string; roles: MemberRole[] };

/** So that a large team is not told as one: the first of it, when nobody in particular can be. */
export const mostToldOfTeam = 12;

/**
 * Whom to tell at each agency: its managers and coordinators, and whoever of it works the case by name. Where nobody
 * of an agency is named yet and somebody must pick it up, its practitioners too, up to twelve.
 */
export function whomToTell(members: readonly Tellable[], namedIds: ReadonlySet<string>, isUnclaimed: boolean): string[] {
  const byAgency = new Map<string, Tellable[]>();
  for (const member of members) byAgency.set(member.agencyId, [...(byAgency.get(member.agencyId) ?? []), member]);
  return [...byAgency.values()].flatMap((team) => {
    const responsible = team.filter(({ id, roles }) => namedIds.has(id) || roles.includes("manager") || roles.includes("coordinator"));
    const isNamed = team.some(({ id }) => namedIds.has(id));
    const others = (isUnclaimed && !isNamed) || responsible.length === 0 ? team.filter((member) => !responsible.includes(member)).slice(0, mostToldOfTeam) : [];
    return [...responsible, ...others].map(({ id }) => id);
  });
}
