import { counted } from "../../format/due";
import type { ChecklistView } from "./schema";

/** What a county has, as numbers. */
export type Standing = {
  governance: number; areas: number; areasWithIntake: number; agencies: number; agenciesWithoutDomains: number; agreementsLive: number; agreementsProposed: number; agenciesUnsigned: number; agenciesWithoutAdmin: number; workers: number; invitationsOpen: number;
};

type Step = Omit<ChecklistView["steps"][number], "isNext">;

function stepsOf(has: Standing): Step[] {
  const county = "/admin/county";
  return [
    { key: "governance", title: "Two people of county governance", isDone: has.governance >= 2, words: has.governance >= 2 ? `${counted(has.governance, "person", "people")}: one asks and another agrees` : "With one alone nothing can be agreed to: agreements and roles need a second person", href: "/admin/members", action: "Add a member" },
    { key: "areas", title: "Areas", isDone: has.areas > 0, words: has.areas > 0 ? counted(has.areas, "area") : "The districts that cases belong to", href: county, action: "Add an area" },
    { key: "agencies", title: "Agencies, with their e-mail domains", isDone: has.agencies > 0 && has.agenciesWithoutDomains === 0, words: has.agencies === 0 ? "Each service that signs for itself: the council, the police of an area, a landlord" : has.agenciesWithoutDomains > 0 ? `${counted(has.agencies, "agency", "agencies")}; ${has.agenciesWithoutDomains} without domains, so that each of their invitations needs a second person` : counted(has.agencies, "agency", "agencies"), href: county, action: "Add an agency" },
    { key: "agreements", title: "An agreement, made live by a second person", isDone: has.agreementsLive > 0 && has.agenciesUnsigned === 0, words: has.agreementsLive === 0 ? (has.agreementsProposed > 0 ? "Proposed: somebody else of county governance makes it live" : "Nobody reaches a case without a live signature of their agency") : has.agenciesUnsigned > 0 ? `Live; ${counted(has.agenciesUnsigned, "agency has", "agencies have")} signed none` : `${has.agreementsLive} live, and every agency has signed`, href: "/admin/agreements", action: has.agreementsProposed > 0 ? "Open the agreements" : "Propose an agreement" },
    { key: "admins", title: "An administrator for each agency", isDone: has.agencies > 0 && has.agenciesWithoutAdmin === 0, words: has.agenciesWithoutAdmin > 0 ? `${counted(has.agenciesWithoutAdmin, "agency has", "agencies have")} none: add one, and a second person grants the role` : has.agencies > 0 ? "Each adds its own members from now on" : "They add their agency’s members", href: "/admin/adoption", action: "Open the agencies" },
    { key: "workers", title: "Members who work cases", isDone: has.workers > 0, words: has.workers > 0 ? `${counted(has.workers, "member")}${has.invitationsOpen > 0 ? `; ${counted(has.invitationsOpen, "invitation")} not used yet` : ""}` : "Added by their agency’s administrator, and invited by link", href: "/admin/adoption", action: "Open the agencies" },
    { key: "intake", title: "Who takes on reports of each area", isDone: has.areas > 0 && has.areasWithIntake === has.areas, words: has.areasWithIntake === has.areas && has.areas > 0 ? "Named for every area" : `Named for ${has.areasWithIntake} of ${counted(has.areas, "area")}: call takers’ cases go to them`, href: county, action: "Name them" },
  ];
}

/** What is done of setting a county up, and what comes next: the first that is not. */
export function checklist(has: Standing): ChecklistView["steps"] {
  const steps = stepsOf(has);
  const next = steps.find(({ isDone }) => !isDone)?.key;
  return steps.map((step) => ({ ...step, isNext: step.key === next }));
}
