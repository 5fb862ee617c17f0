import { writeEntry, type Doing } from "../../cases/log/commands";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { command } from "../../platform/command";
import { NotFound, Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { updateAtVersion } from "../../platform/versions";
import { alertAbout, settleAndSay } from "../alerts/commands";
import { riskOutcomeSchema, type RiskOutcome } from "../alerts/schema";
import { lockCase, raiseRagTo, settleRag, type SettledRag } from "../case-rag/commands";
import { triggerRecorded } from "../events";
import { keepHate } from "../hate/commands";
import { riskRefusals } from "../risk/labels";
import { isManagerOfLead, mayAddToRisk, mayTakeRiskDown } from "../risk/policy";
import type { TriggerDefinition } from "../schema";
import { triggerDefinitions } from "../templates/queries";
import { triggerEndWords, triggerLabel } from "./labels";
import { triggerMayEnd } from "./rules";
import { endTriggerInput, recordTriggerInput } from "./schema";

/** Records a trigger with what was said or seen, raises the case in the same save, and says whom to ring. Recorded again, its 14 days begin again. Open to anyone who works the case. */
export const recordTrigger = command({
  name: "trigger.record",
  summary: "Records something that overrides any score: the case takes the trigger's colour in the same save.",
  input: recordTriggerInput,
  output: riskOutcomeSchema,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayAddToRisk,
  words: riskRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const trigger = (await triggerDefinitions(tx, now)).find(({ key, computed }) => key === input.key && !computed);
    if (!trigger) throw new Refused("no-such-trigger");
    await lockCase(doing, input.caseId);
    const involvementId = input.involvementId ?? null;
    if (involvementId && !(await tx.involvement.findFirst({ where: { id: involvementId, caseId: input.caseId, endsAt: null }, select: { id: true } }))) throw new NotFound();
    await holdTrigger(doing, standing, trigger, { note: input.note, involvementId });
    const answered = trigger.ends === "hate_pathway" ? await itIsHate(doing, standing) : [];
    const settled = await settleFrom(doing, standing, trigger);
    const outcome = await alertAbout(doing, { caseId: input.caseId, areaId: standing.areaId, involvementId, triggers: [trigger], settled });
    return {
      result: standing.side === "perpetrator" ? asToldToTheOtherSide(outcome, trigger) : outcome,
      events: [triggerRecorded({ caseId: input.caseId, key: trigger.key, involvementId, agencyId: actor.agencyId }), ...answered, ...settled.events],
      audit: { caseId: input.caseId },
    };
  },
});

// Whether somebody was unsure of hate is not for the perpetrator's side: what it records leaves a question open, and nothing follows by which it would show.
async function itIsHate(doing: Doing, { caseId, side }: CaseStanding): Promise<DomainEvent[]> {
  if (side !== "perpetrator") return keepHate(doing, caseId, ["hate"]);
  await doing.tx.case.updateMany({ where: { id: caseId }, data: { isHate: true } });
  return [];
}

async function holdTrigger(doing: Doing, standing: CaseStanding, trigger: TriggerDefinition, given: { note: string; involvementId: string | null }): Promise<void> {
  const { tx, actor, now } = doing;
  const { caseId } = standing;
  const entryId = await writeEntry(doing, {
    caseId, kind: "risk", body: `${given.note}\nTrigger recorded: ${triggerLabel(trigger)}.`,
    data: { triggers: [trigger.key], involvementId: given.involvementId },
    // The perpetrator's side writes what its own side reads; both-sided agencies read it too.
    side: standing.side === "perpetrator" ? "perpetrator" : "victim",
  });
  await tx.liveTrigger.updateMany({
    where: { caseId, key: trigger.key, involvementId: given.involvementId, endedAt: null },
    data: { endedAt: now, endedById: actor.memberId, endReason: "Recorded again", version: { increment: 1 } },
  });
  // skipDuplicates: on the perpetrator's side one may be live already without showing, and must not show by an error.
  await tx.liveTrigger.createMany({
    data: [{ caseId, key: trigger.key, involvementId: given.involvementId, entryId, note: given.note, startedAt: now, recordedById: actor.memberId, agencyId: actor.agencyId }],
    skipDuplicates: true,
  });
}

function settleFrom(doing: Doing, standing: CaseStanding, trigger: TriggerDefinition): Promise<SettledRag> {
  if (standing.side !== "perpetrator") return settleRag(doing, standing.caseId);
  const cause = { kind: "trigger" as const, key: trigger.key, at: doing.now, by: doing.actor.agencyShortName };
  return raiseRagTo(doing, standing.caseId, { rag: trigger.min_rag, cause });
}

/** What the perpetrator's side may know of it: what its own trigger does, and nothing of the colour that victims' answers made. */
function asToldToTheOtherSide(outcome: RiskOutcome, trigger: TriggerDefinition): RiskOutcome {
  return { ...outcome, from: null, rag: trigger.min_rag, reason: `${triggerLabel(trigger)} recorded`, nextReviewAt: null };
}

/** Ends a live trigger. Refused to all but a manager of the lead agency; for T1 to T3 before 14 days or without a newer assessment; for hate until its pathway is closed. */
export const endTrigger = command({
  name: "trigger.end",
  summary: "Ends a trigger that holds a case's colour up, with the reason.",
  input: endTriggerInput,
  output: riskOutcomeSchema,
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const live = await tx.liveTrigger.findFirst({
      where: { id: input.triggerId, caseId: input.caseId, endedAt: null },
      select: { id: true, key: true, involvementId: true, startedAt: true },
    });
    if (!live) throw new NotFound();
    return { ...standing, live };
  },
  allow: mayTakeRiskDown,
  words: riskRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const { live } = standing;
    const trigger = (await triggerDefinitions(tx, now)).find(({ key }) => key === live.key)!;
    const since = await tx.assessment.findFirst({
      where: { caseId: input.caseId, completedAt: { gt: live.startedAt }, ...(live.involvementId ? { involvementId: live.involvementId } : {}) },
      select: { id: true },
    });
    const end = triggerMayEnd({ ends: trigger.ends, startedAt: live.startedAt }, now, {
      isByManagerOfLead: isManagerOfLead(actor, standing), isAssessedSince: since !== null, isHatePathwayClosed: input.isHatePathwayClosed,
    });
    if (!end.may) throw new Refused(end.reason, triggerEndWords(end), end.from ? { from: end.from.toISOString() } : undefined);
    await updateAtVersion(tx.liveTrigger, live.id, input.version, { endedAt: now, endedById: actor.memberId, endReason: input.reason });
    await writeEntry(doing, { caseId: input.caseId, kind: "risk", body: `Trigger ended: ${triggerLabel(trigger)}.\n${input.reason}`, data: { ended: [live.key], triggerId: live.id } });
    return settleAndSay(doing, standing, live.involvementId);
  },
});
