import { hasRole, type Actor } from "../../lib/platform/actor";
import type { NavItem } from "./navigation/nav-items";

/** What a member's menu offers. It opens no doors: every page asks its own query. */
export function navigationFor(actor: Pick<Actor, "roles" | "readsCases" | "panelAreaIds" | "triageAreaIds" | "agencyKind">): NavItem[] {
  const takesReports = actor.readsCases || hasRole(actor, "reporter");
  const offered: [boolean, NavItem][] = [
    [takesReports, { key: "new-report", label: "New report", href: "/reports/new" }],
    [takesReports, { key: "my-day", label: "My day", href: "/my-day" }],
    [takesReports, { key: "reports", label: "Reports", href: "/reports" }],
    [actor.readsCases, { key: "cases", label: "Cases", href: "/cases" }],
    [actor.readsCases, { key: "actions", label: "Actions", href: "/actions" }],
    [takesReports, { key: "people", label: "People & places", href: "/find" }],
    [actor.panelAreaIds.length > 0, { key: "meetings", label: "Meetings", href: "/meetings" }],
    [actor.readsCases || hasRole(actor, "analyst"), { key: "overview", label: "Overview", href: "/overview" }],
    [true, hasRole(actor, "governance") ? { key: "audit", label: "Audit", href: "/audit/people" } : hasRole(actor, "manager") ? { key: "audit", label: "Audit", href: "/audit/team" } : { key: "audit", label: "What I did", href: "/audit" }],
    [hasRole(actor, "agency_admin"), { key: "admin", label: "Administration", href: "/admin/members" }],
    [!hasRole(actor, "agency_admin") && hasRole(actor, "governance") && actor.agencyKind === "governance", { key: "admin", label: "Administration", href: "/admin" }],
  ];
  return offered.filter(([isOffered]) => isOffered).map(([, item]) => item);
}
