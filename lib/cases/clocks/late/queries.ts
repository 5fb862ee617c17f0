import { dueWords } from "../../../format/due";
import type { RunningClock } from "../../../clocks/escalation/rules";
import { lateWords } from "../../../clocks/labels";
import { precisionOf } from "../../../clocks/running/rules";
import type { Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import type { CaseStanding } from "../../visibility";
import { ofSide } from "../../visibility";
import { maySeeClocks } from "../policy";
import { visibleClocks } from "../visibility";

/** A clock of a case that ran out, in words with its reason. */
export type LateClock = { name: string; words: string; lateness: string };

const mostShown = 20;
const shownOnRows: RunningClock[] = ["personTold", "firstAssessmentHardStop", "share", "leadAndPlan", "supervisorReview", "managerReview", "actionDefault", "referralAnswer"];

/** The clocks of a case that ran out, for its head, the longest late first. Nothing at summary, on the perpetrator's side, or of a closed case. */
export async function lateClocksOf({ tx, now, actor, standing }: { tx: Tx; actor: Actor; now: Date; standing: CaseStanding }): Promise<LateClock[]> {
  if (standing.status === "closed" || !maySeeClocks(actor, standing).allowed) return [];
  const rows = await tx.clock.findMany({
    where: { caseId: standing.caseId, stoppedAt: null, dueAt: { lt: now }, ...ofSide(standing) },
    select: { name: true, dueAt: true }, orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: mostShown,
  });
  return gathered(rows).map(({ name, dueAt, count }) => ({
    name, words: count > 1 ? `${count} × ${lateWords[name as RunningClock].toLowerCase()}` : lateWords[name as RunningClock], lateness: dueWords(dueAt, now, { precision: precisionOf(name) }).words,
  }));
}

/** Several of a kind are one line, by the one that is latest. */
function gathered(rows: readonly { name: string; dueAt: Date }[]): { name: string; dueAt: Date; count: number }[] {
  const byName = new Map<string, { name: string; dueAt: Date; count: number }>();
  for (const row of rows) byName.set(row.name, { ...(byName.get(row.name) ?? row), count: (byName.get(row.name)?.count ?? 0) + 1 });
  return [...byName.values()];
}

/** What ran out on some cases beside contact and review, which their rows show already: by case, the longest late first. */
export async function lateOn({ tx, actor, now }: { tx: Tx; actor: Actor; now: Date }, caseIds: readonly string[]): Promise<Map<string, string[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.clock.findMany({
    where: { AND: [{ caseId: { in: [...caseIds] }, stoppedAt: null, dueAt: { lt: now }, name: { in: shownOnRows } }, visibleClocks(actor, now)] },
    select: { caseId: true, name: true }, orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  const late = new Map<string, string[]>();
  for (const { caseId, name } of rows) late.set(caseId, [...new Set([...(late.get(caseId) ?? []), lateWords[name as RunningClock]])]);
  return late;
}
