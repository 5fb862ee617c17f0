import type { CaseHeaderView } from "@/lib/cases/page/schema";
import type { TabLink } from "../ui/layout/tab-links";

export type CaseTab = "log" | "people" | "risk" | "plan" | "interventions" | "sharing" | "history" | "closing" | "clocks";

/** The addresses of a case's pages. */
export function casePaths(caseId: string): Record<CaseTab | "assess", string> {
  const base = `/cases/${caseId}`;
  return {
    log: base,
    people: `${base}/people`,
    risk: `${base}/risk`,
    plan: `${base}/plan`,
    interventions: `${base}/interventions`,
    sharing: `${base}/sharing`,
    history: `${base}/history`,
    closing: `${base}/closing`,
    clocks: `${base}/clocks`,
    assess: `${base}/risk/new`,
  };
}

/** The tabs a member is offered. */
export function tabsFor(header: Pick<CaseHeaderView, "caseId" | "may">): TabLink[] {
  const paths = casePaths(header.caseId);
  return [
    { href: paths.log, label: "Log" },
    { href: paths.people, label: "People" },
    { href: paths.risk, label: "Risk & needs" },
    { href: paths.plan, label: "Plan & actions" },
    { href: paths.interventions, label: "Interventions" },
    { href: paths.sharing, label: "Sharing" },
    { href: paths.history, label: "History" },
  ];
}
