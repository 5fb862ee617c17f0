import type { Rag } from "../../../clocks/schema";
import { InvalidInput } from "../../../platform/errors";
import type { DomainEvent } from "../../../platform/events";
import { writeEntry, type Doing } from "../../../cases/log/commands";
import { triggerRecorded } from "../../events";
import { recordAssessment, settleRag } from "../../risk/commands";
import { triggerDefinitions } from "../../templates/queries";
import { triggerLabel } from "../../triggers/labels";
import { sourceOfChannel } from "../rules";
import type { IntakeInput } from "../schema";

export type IntakeRisk = { rag: Rag | null; reason: string; score: number | null; isAssessed: boolean; isIncomplete: boolean; triggers: string[]; events: DomainEvent[] };

type OnCase = {
  caseId: string; reportId: string; placeId: string;
  /** The involvement of each of those affected, in their order; null for one who is not named or no victim. */
  involvements: readonly (string | null)[];
};

/** Records what was asked about risk in the same contact: the victim's assessment, the place's, and ticked triggers that no assessment holds; then settles the case's colour. */
export async function recordIntakeRisk(doing: Doing, onCase: OnCase, input: IntakeInput): Promise<IntakeRisk> {
  const { caseId, reportId, placeId } = onCase;
  const events: DomainEvent[] = [];
  const purpose = input.outcome.kind === "new_case" ? "initial" : "after_incident";
  let triggers = [...input.triggers];
  let score: number | null = null;
  let isIncomplete = false;
  if (input.assessment) {
    const { affectedIndex, source, answers, factors, confirmedTriggers, judgement } = input.assessment;
    const recorded = await at("assessment", () => recordAssessment(doing, {
      caseId, reportId, purpose, source, answers, factors, judgement, templateKey: "VRA", templateId: input.victimTemplateId, involvementId: onCase.involvements[affectedIndex] ?? null,
      confirmedTriggers: [...new Set([...input.triggers, ...confirmedTriggers])],
    }));
    ({ score, triggers, incomplete: isIncomplete } = recorded);
    events.push(...recorded.events);
  } else if (triggers.length > 0) {
    events.push(...await holdTriggers(doing, caseId, onCase.involvements.find((id) => id !== null) ?? null, triggers));
  }
  if (input.impact) {
    const recorded = await at("impact", () => recordAssessment(doing, {
      caseId, reportId, purpose, placeId, answers: input.impact!.answers, judgement: input.impact!.judgement,
      source: sourceOfChannel(input.channel), templateKey: "PCI", templateId: input.placeTemplateId, factors: [], confirmedTriggers: [],
    }));
    score ??= recorded.score;
    events.push(...recorded.events);
  }
  const settled = await settleRag(doing, caseId);
  return { rag: settled.rag, reason: settled.reason, score, isAssessed: Boolean(input.assessment ?? input.impact), isIncomplete, triggers, events: [...events, ...settled.events] };
}

/** What a report that waited brings onto its case: the triggers ticked when it was taken, and the colour they make. */
export async function settleReportRisk(doing: Doing, caseId: string, report: { triggers: readonly string[] }, involvementId: string | null): Promise<{ rag: Rag | null; reason: string; events: DomainEvent[] }> {
  const held = report.triggers.length > 0 ? await holdTriggers(doing, caseId, involvementId, report.triggers) : [];
  const settled = await settleRag(doing, caseId);
  return { rag: settled.rag, reason: settled.reason, events: [...held, ...settled.events] };
}

/** Messages about an assessment's answers lead to where they stand on the page. */
async function at<Result>(prefix: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map(({ path, message }) => ({ path: `${prefix}.${path}`, message })));
  }
}

// A call may end after the worst was said and before anything else was asked: what was said holds all the same.
async function holdTriggers(doing: Doing, caseId: string, involvementId: string | null, keys: readonly string[]): Promise<DomainEvent[]> {
  const { tx, actor, now } = doing;
  const live = await tx.liveTrigger.findMany({ where: { caseId, involvementId, endedAt: null, key: { in: [...keys] } }, select: { key: true } });
  const fresh = keys.filter((key) => !live.some((one) => one.key === key));
  if (fresh.length === 0) return [];
  const definitions = await triggerDefinitions(tx, now);
  const said = fresh.map((key) => triggerLabel(definitions.find((trigger) => trigger.key === key) ?? { key, text: key }));
  const entryId = await writeEntry(doing, { caseId, kind: "risk", body: `Recorded at the first contact: ${said.join("; ")}.`, data: { triggers: fresh } });
  await tx.liveTrigger.createMany({ data: fresh.map((key) => ({ caseId, key, involvementId, entryId, startedAt: now, recordedById: actor.memberId, agencyId: actor.agencyId })) });
  return fresh.map((key) => triggerRecorded({ caseId, key, involvementId, agencyId: actor.agencyId }));
}
