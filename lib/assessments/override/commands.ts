import { z } from "zod";
import { ragLabels } from "../../clocks/labels";
import { ragRank } from "../../clocks/rules";
import { ragSchema } from "../../clocks/schema";
import { endOfLondonDay, longDay } from "../../format/dates";
import { id } from "../../format/fields";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { command } from "../../platform/command";
import { Conflict, NotFound, Refused } from "../../platform/errors";
import { enqueueAt } from "../../platform/jobs";
import { settleAndSay } from "../alerts/commands";
import { riskOutcomeSchema } from "../alerts/schema";
import { lockCase, settleRag } from "../case-rag/commands";
import { loweringRefusalLabels } from "../case-rag/labels";
import { ragFactsOf } from "../case-rag/queries";
import { caseRag, loweringRefusal } from "../case-rag/rules";
import { lowerRagInput, raiseRagInput } from "../case-rag/schema";
import { riskRefusals } from "../risk/labels";
import { isManagerOfLead, mayAssessRisk, mayTakeRiskDown } from "../risk/policy";
import { endJudgementInput } from "./schema";

/** Raises a case's colour by judgement at once. Open to whoever may assess; refused when it is no higher than now. */
export const raiseRag = command({
  name: "risk.raise",
  summary: "Raises a case's colour by professional judgement, with the reason.",
  input: raiseRagInput,
  output: riskOutcomeSchema,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayAssessRisk,
  words: riskRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    await lockAt(doing, input.caseId, input.version);
    if (standing.rag && ragRank(input.rag) <= ragRank(standing.rag)) throw new Refused("not-raised");
    await judge(doing, input.caseId, { direction: "up", rag: input.rag, reason: input.reason, expiresOn: null });
    await writeEntry(doing, { caseId: input.caseId, kind: "risk", body: `Judged ${ragLabels[input.rag].toLowerCase()}: ${input.reason}`, data: { judged: input.rag } });
    return settleAndSay(doing, standing);
  },
});

/** Lowers a case's colour by judgement until a day. Refused to all but a manager of the lead agency, while T1 to T3 is live, and without an assessment as new as what made the colour. */
export const lowerRag = command({
  name: "risk.lower",
  summary: "Lowers a case's colour by a manager's judgement, with the reason, until a day no more than 56 days off.",
  input: lowerRagInput,
  output: riskOutcomeSchema,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayTakeRiskDown,
  words: riskRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    await lockAt(doing, input.caseId, input.version);
    const facts = await ragFactsOf(tx, now, input.caseId);
    const stands = caseRag(facts, now);
    const refusal = loweringRefusal({ rag: input.rag, expiresOn: input.expiresOn }, {
      isByManagerOfLead: isManagerOfLead(actor, standing), current: stands.rag, liveTriggers: facts.liveTriggers,
      lastAssessedAt: facts.lastAssessedAt, causedAt: "at" in stands.cause ? stands.cause.at : null,
    }, now);
    if (refusal) throw new Refused(refusal, loweringRefusalLabels[refusal]);
    await judge(doing, input.caseId, { direction: "down", rag: input.rag, reason: input.reason, expiresOn: new Date(input.expiresOn) });
    await writeEntry(doing, {
      caseId: input.caseId, kind: "risk", body: `Lowered to ${ragLabels[input.rag].toLowerCase()} until ${longDay(input.expiresOn)}: ${input.reason}`,
      data: { judged: input.rag, expiresOn: input.expiresOn },
    });
    await settleAfter(doing, standing, endOfLondonDay(input.expiresOn));
    return settleAndSay(doing, standing);
  },
});

/** Ends a judgement, upward or downward, so that the rule decides again. A manager of the lead agency alone; an upward one only after a newer assessment. */
export const endJudgement = command({
  name: "risk.endJudgement",
  summary: "Ends a judgement that holds a case's colour up or down.",
  input: endJudgementInput,
  output: riskOutcomeSchema,
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const judgement = await tx.ragOverride.findFirst({ where: { id: input.overrideId, caseId: input.caseId }, select: { id: true, direction: true, at: true, endedAt: true } });
    if (!judgement) throw new NotFound();
    return { ...standing, judgement };
  },
  allow: mayTakeRiskDown,
  words: riskRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const { judgement } = standing;
    await lockCase(doing, input.caseId);
    if (judgement.direction === "up" && !(await tx.assessment.findFirst({ where: { caseId: input.caseId, completedAt: { gt: judgement.at } }, select: { id: true } }))) {
      throw new Refused("needs-assessment");
    }
    const { count } = await tx.ragOverride.updateMany({ where: { id: judgement.id, endedAt: null }, data: { endedAt: now } });
    if (count === 0) throw new Refused("judgement-ended");
    await writeEntry(doing, { caseId: input.caseId, kind: "risk", body: `Judgement ended: ${input.reason}`, data: { overrideId: judgement.id } });
    return settleAndSay(doing, standing);
  },
});

/** Works a case's colour out again by the rule: for when a judgement has run out. Changes nothing where it is right already. */
export const settleRisk = command({
  name: "risk.settle",
  summary: "Works a case's colour out again by the rule.",
  input: z.strictObject({ caseId: id("Choose a case") }),
  output: z.object({ caseId: z.string(), rag: ragSchema.nullable() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayAssessRisk,
  words: riskRefusals,
  run: async ({ tx, actor, now, input }) => {
    const { rag, events } = await settleRag({ tx, actor, now }, input.caseId);
    return { result: { caseId: input.caseId, rag }, events, audit: { caseId: input.caseId } };
  },
});

/** Nobody need be at a desk when a lowering runs out: whoever made it and the named officer have it settled in their names. */
async function settleAfter({ tx, actor }: Doing, { caseId, namedOfficerId }: CaseStanding, moment: Date): Promise<void> {
  for (const memberId of new Set([actor.memberId, ...(namedOfficerId ? [namedOfficerId] : [])])) {
    await enqueueAt(tx, "settle-risk", { memberId, caseId }, moment);
  }
}

type NewJudgement = { direction: "up" | "down"; rag: "red" | "amber" | "green"; reason: string; expiresOn: Date | null };

/** A new judgement takes the place of the one before it in the same direction; both stay in the history. */
async function judge({ tx, actor, now }: Doing, caseId: string, given: NewJudgement): Promise<void> {
  await tx.ragOverride.updateMany({ where: { caseId, direction: given.direction, endedAt: null }, data: { endedAt: now } });
  await tx.ragOverride.create({ data: { ...given, caseId, byId: actor.memberId, agencyId: actor.agencyId, at: now }, select: { id: true } });
}

async function lockAt(doing: Doing, caseId: string, version: number): Promise<void> {
  const current = await lockCase(doing, caseId);
  if (current === version) return;
  const stands = await doing.tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { version: true, rag: true, ragReason: true } });
  throw new Conflict(stands);
}
