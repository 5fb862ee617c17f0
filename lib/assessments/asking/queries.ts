import { z } from "zod";
import { id } from "../../format/fields";
import { caseRefusals } from "../../cases/page/labels";
import { mayReadCases } from "../../cases/page/policy";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { Forbidden, NotFound } from "../../platform/errors";
import type { Doing } from "../../cases/log/commands";
import { query } from "../../platform/query";
import { assessedSubjects, findAssessment } from "../reading/queries";
import type { AssessedSubject } from "../reading/schema";
import { repeatFacts } from "../repeats/queries";
import { isAnyVictimRed } from "../risk/commands";
import { riskRefusals } from "../risk/labels";
import { mayAssessRisk } from "../risk/policy";
import type { AssessmentContext } from "../rules";
import type { Answers } from "../schema";
import { beginOrGoOn } from "../templates/asked/queries";
import { askingSchema, assessmentPageSchema, type AskingView } from "./schema";

const words = { ...caseRefusals, ...riskRefusals };

/** The assessment form of a subject with last time's answers and the member's own draft; without a subject, whom it could be about. */
export const getAssessmentForm = query({
  name: "assessment.form",
  summary: "The form to assess somebody or somewhere on a case, with last time's answers.",
  input: z.strictObject({
    caseId: id("Choose a case"),
    subject: z.union([z.uuid(), z.literal("place")]).optional(),
    template: z.enum(["VRA", "PCI"]).optional(),
  }),
  output: askingSchema,
  allow: mayReadCases,
  words,
  run: async ({ tx, actor, now, input }) => {
    const doing = { tx, actor, now };
    const standing = await standingOn(tx, actor, now, input.caseId);
    const decision = mayAssessRisk(actor, standing);
    if (!decision.allowed) throw new Forbidden(decision.reason);
    const subjects = (await assessedSubjects(tx, now, standing)).filter(({ isActive }) => isActive);
    const chosen = input.subject ? subjects.find(({ subject }) => subject === input.subject) : undefined;
    if (input.subject && !chosen) throw new NotFound();
    return {
      caseId: standing.caseId, reference: standing.reference, title: standing.title, status: standing.status,
      subjects: subjects.map(({ subject, templateKey, name, note, latest }) => ({ subject, templateKey, name, note, latest: latest && { rag: latest.rag, score: latest.score, atWords: latest.atWords } })),
      form: chosen ? await formOf(doing, standing, chosen) : null,
    };
  },
  audit: (view) => ({ caseId: view.caseId }),
});

async function formOf(doing: Doing, standing: CaseStanding, chosen: AssessedSubject): Promise<AskingView["form"]> {
  const { tx, actor } = doing;
  const place = chosen.subject === "place" ? await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: { placeId: true } }) : null;
  const draft = await tx.draft.findUnique({ where: { memberId_kind_subject: { memberId: actor.memberId, kind: "assessment", subject: `${standing.caseId}:${chosen.subject}` } }, select: { data: true, updatedAt: true } });
  const { latest } = chosen;
  const kept = draft?.data as { templateId?: string; value?: { answers?: Answers } } | undefined;
  const { id: templateId, template, changed, answers } = await beginOrGoOn(doing, chosen.templateKey, { templateId: kept?.templateId, answers: kept?.value?.answers });
  return {
    subject: chosen.subject, name: chosen.name, templateId, template, changed, lastAssessmentId: latest?.assessmentId ?? null, isFirst: latest === null,
    involvementId: place ? null : chosen.subject, placeId: place?.placeId ?? null,
    previous: latest && { atWords: latest.atWords, answers: Object.fromEntries(latest.lines.map(({ key, label }) => [key, label])) },
    context: await contextFor(doing, standing.caseId, chosen),
    draft: draft && { data: { ...kept, value: { ...kept?.value, answers } }, savedAt: draft.updatedAt.toISOString() },
  };
}

async function contextFor(doing: Doing, caseId: string, { templateKey, subject }: AssessedSubject): Promise<AssessmentContext> {
  if (templateKey === "PCI") return { isVictimRatedHigh: await isAnyVictimRed(doing, caseId) };
  const found = await doing.tx.involvement.findUniqueOrThrow({ where: { id: subject }, select: { personId: true } });
  return repeatFacts(doing, { caseId, personId: found.personId });
}

/** One completed assessment in its own words. NotFound for the perpetrator's side and for who does not work the case. */
export const getAssessment = query({
  name: "assessment.get",
  summary: "One completed risk assessment, in the words that were shown.",
  input: z.strictObject({ caseId: id("Choose a case"), assessmentId: id("Choose an assessment") }),
  output: assessmentPageSchema,
  allow: mayReadCases,
  words,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId, "contribute");
    const found = standing.side === "perpetrator" ? null : await findAssessment(tx, now, standing, input.assessmentId);
    if (!found) throw new NotFound();
    const { view, ...rest } = found;
    return { caseId: standing.caseId, reference: standing.reference, title: standing.title, assessment: view, ...rest, mayAssess: mayAssessRisk(actor, standing).allowed };
  },
  audit: (view) => ({ caseId: view.caseId }),
});
