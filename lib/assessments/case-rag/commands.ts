import type { Rag } from "../../clocks/schema";
import { dueAt, dueByStandard, ragRank } from "../../clocks/rules";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { timeStandardsOf } from "../../clocks/queries";
import { startClocks } from "../../clocks/running/commands";
import { clocksOfColour } from "../../clocks/running/rules";
import { ragLabels } from "../../clocks/labels";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { NotFound } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { ragChanged } from "../events";
import { daysToAskAgain } from "../rules";
import { ragReasonWords } from "./labels";
import { ragFactsOf } from "./queries";
import { caseBehaviourRag, caseRag, type RagCause } from "./rules";

export type SettledRag = { from: Rag | null; rag: Rag | null; reason: string; nextReviewAt: Date | null; events: DomainEvent[] };

type Settled = { rag: Rag | null; behaviourRag: Rag | null; cause: RagCause; lastAssessedAt: Date | null; incompleteSince: Date | null };

const caseSelect = { areaId: true, status: true, rag: true, ragReason: true, ragSince: true, behaviourRag: true } as const;

/**
 * Works a case's colour out again in the caller's transaction: colour, reason, since when, next review, out of intake
 * once assessed; a change is kept in the history and the log, and its event returned. A first or a worse colour brings
 * the next contact with the victim forward to its standard. For who may read the facts:
 * on the perpetrator's side use raiseRagTo.
 */
export async function settleRag(doing: Doing, caseId: string): Promise<SettledRag> {
  await lockCase(doing, caseId);
  const facts = await ragFactsOf(doing.tx, doing.now, caseId);
  const { rag, cause } = caseRag(facts, doing.now);
  return keepRag(doing, caseId, { rag, cause, behaviourRag: caseBehaviourRag(facts.behaviourRags), lastAssessedAt: facts.lastAssessedAt, incompleteSince: facts.incompleteSince });
}

/** Holds a case until the transaction ends, so that two saves at once never settle on half of the facts; returns its version. */
export async function lockCase({ tx }: Pick<Doing, "tx">, caseId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM "Case" WHERE id = ${caseId}::uuid FOR UPDATE`;
  if (!row) throw new NotFound();
  return row.version;
}

/** Raises a case's colour to a floor, in the caller's transaction, without reading what makes it what it is: for a trigger recorded from the perpetrator's side. */
export async function raiseRagTo(doing: Doing, caseId: string, floor: { rag: Rag; cause: RagCause }): Promise<SettledRag> {
  await lockCase(doing, caseId);
  const before = await doing.tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { ...caseSelect, nextReviewAt: true } });
  if (before.rag && ragRank(before.rag) >= ragRank(floor.rag)) {
    return { from: before.rag, rag: before.rag, reason: before.ragReason, nextReviewAt: before.nextReviewAt, events: [] };
  }
  return keepRag(doing, caseId, { ...floor, behaviourRag: before.behaviourRag, lastAssessedAt: null, incompleteSince: null });
}

async function keepRag(doing: Doing, caseId: string, settled: Settled): Promise<SettledRag> {
  const { tx, actor, now } = doing;
  const before = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: caseSelect });
  const { rag } = settled;
  if (rag === null) return { from: before.rag, rag: before.rag, reason: before.ragReason, nextReviewAt: null, events: [] };
  const hasChanged = rag !== before.rag;
  const reason = ragReasonWords(settled.cause, now);
  const ragSince = hasChanged ? now : before.ragSince ?? now;
  const nextReviewAt = await reviewDue(doing, before.areaId, rag, latestOf(ragSince, settled.lastAssessedAt), settled.incompleteSince);
  const status = before.status === "intake" && settled.lastAssessedAt !== null ? "open" : before.status;
  // Without a where on version: this follows from a save that has checked it already.
  await tx.case.updateMany({
    where: { id: caseId },
    data: { rag, ragReason: reason, ragSince, behaviourRag: settled.behaviourRag, nextReviewAt, status, version: { increment: 1 } },
  });
  if (status !== before.status) {
    await writeEntry(doing, { caseId, kind: "state", body: "Out of intake: the risk is assessed.", data: { from: before.status, to: status }, side: "both" });
  }
  if (!hasChanged) return { from: before.rag, rag, reason, nextReviewAt, events: [] };
  if (!before.rag || ragRank(rag) > ragRank(before.rag)) {
    await bringContactForward(doing, caseId, await contactByColour(doing, before.areaId, rag));
    await startClocks(tx, now, { caseId, areaId: before.areaId, rag, names: clocksOfColour });
  }
  // createMany, because the perpetrator's side may cause a change that it may not read back.
  await tx.ragChange.createMany({ data: [{ caseId, rag, reason, cause: settled.cause.kind, at: now, byId: actor.memberId }] });
  await writeEntry(doing, {
    caseId, kind: "rag", body: `${before.rag ? `${ragLabels[before.rag]} to ${ragLabels[rag].toLowerCase()}` : `${ragLabels[rag]}`}: ${reason}.`,
    data: { from: before.rag, to: rag, cause: settled.cause.kind }, side: await entrySide(doing, caseId),
  });
  return { from: before.rag, rag, reason, nextReviewAt, events: [ragChanged({ caseId, from: before.rag, to: rag, reason, agencyId: actor.agencyId })] };
}

/** When somebody must first be in touch with the victim, counted from now, by a colour's standard in an area. */
export async function contactByColour({ tx, now }: Doing, areaId: string, rag: Rag): Promise<Date | null> {
  return dueByStandard({ standards: await timeStandardsOf(tx, areaId, now), rag, clock: "firstContact" }, now, isBankHoliday);
}

/** Sets when somebody must be in touch with the victim next; sooner than before, never later. */
export async function bringContactForward({ tx }: Doing, caseId: string, due: Date | null): Promise<void> {
  if (due) await tx.case.updateMany({ where: { id: caseId, OR: [{ nextContactAt: null }, { nextContactAt: { gt: due } }] }, data: { nextContactAt: due } });
}

/** The perpetrator's side may only write what its own side reads; all else is kept from it. */
export async function entrySide({ tx, actor }: Doing, caseId: string): Promise<"victim" | "perpetrator"> {
  const own = await tx.grant.findFirst({ where: { caseId, agencyId: actor.agencyId, revokedAt: null }, select: { side: true } });
  return own?.side === "perpetrator" ? "perpetrator" : "victim";
}

async function reviewDue({ tx, now }: Doing, areaId: string, rag: Rag, from: Date, incompleteSince: Date | null): Promise<Date | null> {
  const byColour = dueByStandard({ standards: await timeStandardsOf(tx, areaId, now), rag, clock: "review" }, from, isBankHoliday);
  const again = incompleteSince && dueAt({ workingDays: daysToAskAgain }, incompleteSince, isBankHoliday);
  return again && (!byColour || again < byColour) ? again : byColour;
}

function latestOf(a: Date, b: Date | null): Date {
  return b && b > a ? b : a;
}
