import { hasRole, type Actor } from "../../lib/platform/actor";
import type { Route } from "next";
import type { NavItem } from "./navigation/nav-items";

type Post = Pick<Actor, "roles" | "readsCases" | "panelAreaIds" | "triageAreaIds" | "agencyKind">;

const keepsCounty = (actor: Post) => hasRole(actor, "governance") && actor.agencyKind === "governance";

/** Where a member begins: My day, or for whom there is none, what their menu administers or offers first. */
export function homeOf(actor: Post): Route {
  const items = navigationFor(actor);
  const home = items.find(({ key }) => key === "my-day") ?? items.find(({ key }) => key === "admin") ?? items[0];
  return (home?.href ?? "/audit") as Route;
}

/** What a member's menu offers. It opens no doors: every page asks its own query. */
export function navigationFor(actor: Post): NavItem[] {
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
    [keepsCounty(actor), { key: "admin", label: "Administration", href: "/admin" }],
    [!keepsCounty(actor) && hasRole(actor, "agency_admin"), { key: "admin", label: "Administration", href: "/admin/members" }],
  ];
  return offered.filter(([isOffered]) => isOffered).map(([, item]) => item);
}
