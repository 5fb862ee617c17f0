import type { AdminMenu } from "@/lib/agencies/menu/schema";
import type { TabLink } from "../ui/layout/tab-links";

/** The addresses of the administration. They hold ids, never a name. */
export const adminPaths = {
  start: "/admin",
  county: "/admin/county",
  members: "/admin/members",
  membersOf: (agencyId: string) => `/admin/members?agencyId=${agencyId}`,
  quiet: (agencyId: string) => `/admin/members?agencyId=${agencyId}&quiet=1`,
  leaver: (memberId: string) => `/admin/members/${memberId}`,
  waiting: "/admin/waiting",
  agreements: "/admin/agreements",
  agreement: (agreementId: string) => `/admin/agreements/${agreementId}`,
  templates: "/admin/templates",
  template: (templateId: string) => `/admin/templates/${templateId}`,
  adoption: "/admin/adoption",
  permissions: "/admin/permissions",
};

/** The parts of the administration that a member is offered. */
export function adminTabs(menu: AdminMenu): TabLink[] {
  return [
    ...(menu.members ? [{ href: adminPaths.members, label: "Members" }] : []),
    ...(menu.overview ? [{ href: adminPaths.start, label: "Setting up" }, { href: adminPaths.county, label: "Areas and agencies" }] : []),
    ...(menu.overview ? [{ href: adminPaths.adoption, label: "Who signs in" }, { href: adminPaths.templates, label: "Risk forms" }] : []),
    { href: adminPaths.agreements, label: "Agreements" },
    { href: adminPaths.waiting, label: "For a second person", count: menu.waiting || undefined },
    { href: adminPaths.permissions, label: "Who may do what" },
  ];
}
