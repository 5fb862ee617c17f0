import { randomUUID } from "node:crypto";
import { hasRole, type Actor } from "../../../platform/actor";
import { query } from "../../../platform/query";
import { mayTakeReports } from "../../../reports/policy";
import type { ReportChannel } from "../../../reports/schema";
import { publishedTemplate } from "../../templates/queries";
import { intakeRefusals } from "../labels";
import { leadsOwnCases } from "../policy";
import { reportFormInput, reportFormSchema } from "./schema";

/** What the New report page starts from: its forms and lists, and the member's own draft when they go on with one. */
export const getReportForm = query({
  name: "report.form",
  summary: "What the New report page starts from.",
  input: reportFormInput,
  output: reportFormSchema,
  allow: mayTakeReports,
  words: intakeRefusals,
  run: async ({ tx, actor, now, input }) => {
    const draft = input.draft ? await tx.draft.findFirst({ where: { memberId: actor.memberId, kind: "report", subject: input.draft }, select: { data: true, updatedAt: true } }) : null;
    const areas = await tx.area.findMany({ where: { id: { in: actor.areaIds } }, orderBy: { name: "asc" }, select: { code: true, name: true } });
    const { template: victimTemplate } = await publishedTemplate(tx, "VRA");
    const { template: placeTemplate } = await publishedTemplate(tx, "PCI");
    return {
      subject: input.draft ?? randomUUID(),
      restored: draft && { data: draft.data as Record<string, unknown>, savedAt: draft.updatedAt.toISOString() },
      openedAt: now.toISOString(), channel: usualChannel(actor), areas, victimTemplate, placeTemplate, agencyName: actor.agencyShortName,
      leadsOwn: leadsOwnCases(actor), mayJoinCases: actor.readsCases && actor.side !== "perpetrator",
    };
  },
  audit: "none",
});

function usualChannel(actor: Pick<Actor, "agencyKind" | "roles">): ReportChannel {
  if (actor.agencyKind === "police") return hasRole(actor, "reporter") ? "phone_101" : "visit";
  if (actor.agencyKind === "housing") return "phone_landlord";
  return actor.agencyKind === "council" ? "phone_council" : "in_person";
}
