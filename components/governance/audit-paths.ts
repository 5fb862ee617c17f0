import type { TabLink } from "../ui/layout/tab-links";

/** The addresses of the audit. They hold ids and months, never a name. */
export const auditPaths = {
  mine: "/audit",
  team: "/audit/team",
  withoutWork: "/audit/team/without-work",
  week: (monday: string, skip = 0) => `/audit/team/without-work?week=${monday}${skip ? `&skip=${skip}` : ""}`,
  people: "/audit/people",
  denied: "/audit/denied",
  searches: "/audit/searches",
  glass: "/governance/break-glass",
  person: (personId: string, month: string) => `/audit/people/${personId}?month=${month}`,
  case: (caseId: string) => `/audit/cases/${caseId}`,
  member: (memberId: string) => `/audit/members/${memberId}`,
};

/** The parts of the audit that a member is offered. */
export function auditTabs(may: { followTeam: boolean; oversee: boolean }): TabLink[] {
  return [
    ...(may.oversee ? [{ href: auditPaths.people, label: "A person or a case" }, { href: auditPaths.glass, label: "Opened in an emergency" }, { href: auditPaths.denied, label: "Denied attempts" }, { href: auditPaths.searches, label: "Searches and exports" }] : []),
    ...(may.followTeam ? [{ href: auditPaths.team, label: "My agency" }, { href: auditPaths.withoutWork, label: "Looked without working on it" }] : []),
    { href: auditPaths.mine, label: "What I did" },
  ];
}
