import type { Rag } from "../../clocks/schema";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { standingOn } from "../../cases/visibility";
import { command } from "../../platform/command";
import { Conflict, NotFound, Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { parseInput } from "../../platform/input";
import { alertAbout } from "../alerts/commands";
import { riskOutcomeSchema } from "../alerts/schema";
import { lockCase, settleRag, type SettledRag } from "../case-rag/commands";
import { keepHate } from "../hate/commands";
import { assessmentCompleted, triggerRecorded } from "../events";
import { behaviourRag, scoreAssessment, type AssessmentContext, type ScoredAssessment } from "../rules";
import { repeatFacts } from "../repeats/queries";
import type { Answers, AssessmentSource, Judgement, Template, TriggerDefinition } from "../schema";
import { templateAskedWith } from "../templates/queries";
import { assessmentEntryWords, riskRefusals } from "./labels";
import { mayAssessRisk } from "./policy";
import { judgedRag, judgementRefusal, pinnedBreakdown } from "./rules";
import { completeAssessmentInput, filledInSchema, recordedAssessmentSchema, type RecordedAssessment } from "./schema";

export type NewAssessment = {
  caseId: string;
  templateKey: string;
  /** The version that was asked; the one in force where none is named. */
  templateId?: string | null | undefined;
  /** A victim for VRA; somebody said to be responsible for PCI. */
  involvementId?: string | null;
  /** For PCI of a place. */
  placeId?: string | null;
  /** The report in hand, already linked to the case. */
  reportId?: string | null;
  purpose: string;
  source: AssessmentSource;
  answers: Answers;
  factors: string[];
  confirmedTriggers: string[];
  judgement?: Judgement | null;
};

/** What it came to, the triggers that began with it (those that lasted already left out), and the events to return. */
export type NewlyRecorded = RecordedAssessment & { begun: TriggerDefinition[]; events: DomainEvent[] };

type Subject = { involvementId: string | null; placeId: string | null; personId: string | null };

type Prepared = { templateId: string; template: Template; answers: Answers; factors: string[]; subject: Subject; scored: ScoredAssessment; judgement: Judgement | null; triggers: string[]; rag: Rag };

/**
 * Records a completed assessment in the caller's transaction: pinned row, live triggers, log entry, and the events to
 * return. Refused with "judgement-needed" on the border of a higher colour. Call settleRag afterwards.
 */
export async function recordAssessment(doing: Doing, given: NewAssessment): Promise<NewlyRecorded> {
  const prepared = await prepare(doing, given);
  const { template, subject, scored, triggers, rag, judgement } = prepared;
  const { caseId } = given;
  const { involvementId } = subject;
  const assessmentId = await pin(doing, given, prepared);
  const lasting = await holdTriggers(doing, prepared, { caseId, assessmentId });
  const asked = await keepHate(doing, caseId, scored.flags);
  await writeEntry(doing, {
    caseId, kind: "risk", body: assessmentEntryWords(template, scored, rag, triggers, judgement),
    data: { assessmentId, templateKey: template.key, score: scored.score, rag, triggers, involvementId },
  });
  const { score, band, borderline, borderlineTo, unknownCount, incomplete, raisedBy, flags } = scored;
  const begun = template.triggers.filter(({ key, ends }) => lasting.includes(key) || (ends === "computed" && triggers.includes(key)));
  return {
    assessmentId, score, band, rag, borderline, borderlineTo, unknownCount, incomplete, triggers, raisedBy, flags,
    begun,
    events: [
      ...asked,
      ...lasting.map((key) => triggerRecorded({ caseId, key, involvementId, agencyId: doing.actor.agencyId })),
      assessmentCompleted({ caseId, assessmentId, templateKey: template.key, involvementId, rag, isIncomplete: incomplete, triggers, flags }),
    ],
  };
}

async function prepare(doing: Doing, given: NewAssessment): Promise<Prepared> {
  const { id: templateId, template } = await templateAskedWith(doing.tx, doing.now, given.templateKey, given.templateId);
  const { answers, factors, confirmedTriggers } = parseInput(filledInSchema(template), { answers: given.answers, factors: given.factors, confirmedTriggers: given.confirmedTriggers });
  const subject = await subjectOf(doing, template, given);
  const scored = scoreAssessment(template, answers, { confirmedTriggers, ...await contextOf(doing, template, given, subject) });
  const judgement = given.judgement ?? null;
  const refusal = judgementRefusal(scored, judgement);
  if (refusal) throw new Refused(refusal, riskRefusals[refusal], { borderlineTo: scored.borderlineTo, score: scored.score });
  const triggers = [...new Set([...confirmedTriggers, ...scored.computedTriggers])].sort();
  return { templateId, template, answers, factors, subject, scored, judgement, triggers, rag: judgedRag(scored.rag, judgement) };
}

async function pin(doing: Doing, given: NewAssessment, { templateId, template, answers, factors, subject, scored, judgement, triggers, rag }: Prepared): Promise<string> {
  const { tx, actor, now } = doing;
  const { score, band, flags, unknownCount, incomplete: isIncomplete, borderline: isBorderline } = scored;
  const { id } = await tx.assessment.create({
    data: {
      caseId: given.caseId, templateId, templateKey: template.key, involvementId: subject.involvementId, placeId: subject.placeId, reportId: given.reportId ?? null,
      purpose: given.purpose, source: given.source, answers, factors, breakdown: pinnedBreakdown(template, answers, scored),
      score, band, rag, triggers, flags, unknownCount, isIncomplete, isBorderline,
      behaviourRag: template.subject === "victim" ? null : behaviourRag(template, answers),
      judgementRag: judgement?.rag ?? null, judgementReason: judgement?.reason ?? "",
      supersedesId: await latestOf(doing, given.caseId, template.key, subject),
      // The victim question tells of a victim, so behaviour assessments are kept from the perpetrator's side too.
      side: "victim", assessedById: actor.memberId, agencyId: actor.agencyId, completedAt: now,
    },
    select: { id: true },
  });
  return id;
}

async function subjectOf({ tx }: Doing, template: Template, given: NewAssessment): Promise<Subject> {
  const refused = (rule: string) => new Refused(rule, riskRefusals[rule]);
  if (!given.involvementId === !given.placeId) throw refused("no-subject");
  if (!given.involvementId) {
    if (template.subject === "victim") throw refused("not-a-victim");
    const place = await tx.place.findUnique({ where: { id: given.placeId! }, select: { id: true } });
    if (!place) throw new NotFound();
    return { involvementId: null, placeId: place.id, personId: null };
  }
  const found = await tx.involvement.findFirst({ where: { id: given.involvementId, caseId: given.caseId, endsAt: null }, select: { id: true, role: true, personId: true } });
  if (!found) throw new NotFound();
  if (template.subject === "victim" && found.role !== "victim") throw refused("not-a-victim");
  if (template.subject !== "victim" && found.role !== "alleged_perpetrator" && found.role !== "perpetrator") throw refused("not-said-to-be-responsible");
  return { involvementId: found.id, placeId: null, personId: found.personId };
}

async function contextOf(doing: Doing, template: Template, { caseId, reportId }: NewAssessment, { personId }: Subject): Promise<AssessmentContext> {
  if (template.subject === "victim") return personId ? repeatFacts(doing, { caseId, personId, reportId }) : {};
  return { isVictimRatedHigh: await isAnyVictimRed(doing, caseId) };
}

/** Whether an active victim's latest assessment on a case is red: the answer that the behaviour form never asks. */
export async function isAnyVictimRed({ tx }: Doing, caseId: string): Promise<boolean> {
  const victims = await tx.involvement.findMany({ where: { caseId, role: "victim", endsAt: null }, select: { id: true } });
  const latest = await tx.assessment.findMany({
    where: { caseId, templateKey: "VRA", involvementId: { in: victims.map(({ id }) => id) } },
    orderBy: [{ completedAt: "desc" }, { id: "asc" }], distinct: ["involvementId"], select: { rag: true },
  });
  return latest.some(({ rag }) => rag === "red");
}

async function latestOf({ tx }: Doing, caseId: string, templateKey: string, { involvementId, placeId }: Subject): Promise<string | null> {
  const latest = await tx.assessment.findFirst({ where: { caseId, templateKey, involvementId, placeId }, orderBy: [{ completedAt: "desc" }, { id: "asc" }], select: { id: true } });
  return latest?.id ?? null;
}

/** Holds the triggers that last. One that was ticked begins its days again; one that counts itself is left as it stands. */
async function holdTriggers({ tx, actor, now }: Doing, { template, triggers, subject: { involvementId } }: Prepared, { caseId, assessmentId }: { caseId: string; assessmentId: string }): Promise<string[]> {
  const held = template.triggers.filter(({ key, ends }) => triggers.includes(key) && ends !== "computed");
  if (held.length === 0) return [];
  const ticked = held.filter(({ computed }) => !computed).map(({ key }) => key);
  await tx.liveTrigger.updateMany({
    where: { caseId, endedAt: null, involvementId, key: { in: ticked } },
    data: { endedAt: now, endedById: actor.memberId, endReason: "Recorded again", version: { increment: 1 } },
  });
  const already = await tx.liveTrigger.findMany({ where: { caseId, endedAt: null, involvementId, key: { in: held.map(({ key }) => key) } }, select: { key: true } });
  const fresh = held.map(({ key }) => key).filter((key) => !already.some((live) => live.key === key));
  await tx.liveTrigger.createMany({
    data: fresh.map((key) => ({ caseId, key, involvementId, assessmentId, startedAt: now, recordedById: actor.memberId, agencyId: actor.agencyId })),
  });
  return fresh;
}

/** Completes an assessment on an open case. Refused on the border without a judgement; Conflict when somebody else assessed the same subject meanwhile, with what they found. */
export const completeAssessment = command({
  name: "assessment.complete",
  summary: "Completes a risk assessment of a victim, of somebody said to be responsible, or of a place, and settles the case's colour.",
  input: completeAssessmentInput,
  output: recordedAssessmentSchema.extend({ outcome: riskOutcomeSchema }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayAssessRisk,
  words: riskRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const { lastAssessmentId: _asSeen, ...given } = input;
    await lockCase(doing, input.caseId);
    await refuseIfOvertaken(doing, input);
    const { events, begun, ...recorded } = await recordAssessment(doing, given);
    const settled = await settleRag(doing, input.caseId);
    const outcome = await alertAbout(doing, {
      caseId: input.caseId, areaId: standing.areaId, involvementId: input.involvementId ?? null,
      answers: input.answers, factors: input.factors, triggers: begun, settled,
    });
    return { result: { ...recorded, outcome }, events: [...events, ...settled.events], audit: { caseId: input.caseId } };
  },
});

async function refuseIfOvertaken({ tx }: Doing, input: { caseId: string; templateKey: string; involvementId?: string | null; placeId?: string | null; lastAssessmentId: string | null }): Promise<void> {
  const latest = await tx.assessment.findFirst({
    where: { caseId: input.caseId, templateKey: input.templateKey, involvementId: input.involvementId ?? null, placeId: input.placeId ?? null },
    orderBy: [{ completedAt: "desc" }, { id: "asc" }], select: { id: true, score: true, rag: true, completedAt: true, agencyId: true },
  });
  if ((latest?.id ?? null) !== input.lastAssessmentId) throw new Conflict(latest && { ...latest, completedAt: latest.completedAt.toISOString() });
}

export { settleRag, type SettledRag };
