import { randomUUID } from "node:crypto";
import { hasRole, type Actor } from "../../../platform/actor";
import { query } from "../../../platform/query";
import { mayTakeReports } from "../../../reports/policy";
import type { ReportChannel } from "../../../reports/schema";
import type { Answers } from "../../schema";
import { beginOrGoOn } from "../../templates/asked/queries";
import { intakeRefusals } from "../labels";
import { leadsOwnCases } from "../policy";
import { reportFormInput, reportFormSchema } from "./schema";

/** What a draft holds that turns on the version of a form. */
type Kept = { victimTemplateId?: string; placeTemplateId?: string; assessment?: { answers?: Answers }; impact?: { answers?: Answers } };

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
    const kept = draft?.data as Kept | undefined;
    const victim = await beginOrGoOn({ tx, actor, now }, "VRA", { templateId: kept?.victimTemplateId, answers: kept?.assessment?.answers });
    const place = await beginOrGoOn({ tx, actor, now }, "PCI", { templateId: kept?.placeTemplateId, answers: kept?.impact?.answers });
    const answered = kept && { ...kept, assessment: { ...kept.assessment, answers: victim.answers }, impact: { ...kept.impact, answers: place.answers } };
    return {
      subject: input.draft ?? randomUUID(),
      restored: draft && { data: answered ?? {}, savedAt: draft.updatedAt.toISOString() },
      openedAt: now.toISOString(), channel: usualChannel(actor), areas, agencyName: actor.agencyShortName,
      victimTemplateId: victim.id, victimTemplate: victim.template, placeTemplateId: place.id, placeTemplate: place.template,
      changed: [victim.changed, place.changed].flatMap((one) => (one && one.again.length > 0 ? [one] : [])),
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
