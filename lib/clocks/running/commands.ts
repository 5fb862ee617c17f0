import type { Tx } from "../../platform/db";
import { isBankHoliday } from "../holidays/rules";
import { timeStandardsOf } from "../queries";
import type { RunningClock } from "../escalation/rules";
import type { Rag } from "../schema";
import { clocksFrom } from "./rules";

type Starting = { caseId: string; areaId: string; rag: Rag; names: readonly RunningClock[] };

/**
 * Starts clocks of a case in the caller's transaction, due by its district's standards as they are now; one that runs
 * is brought forward and never put off, and what has been done already does not start.
 */
export async function startClocks(tx: Tx, now: Date, { caseId, areaId, rag, names }: Starting): Promise<void> {
  await start(tx, caseId, clocksFrom(names, { standards: await timeStandardsOf(tx, areaId, now), rag }, now, isBankHoliday));
}

/** The same for clocks that begin again because what they waited for was done. */
export async function restartClocks(tx: Tx, now: Date, { caseId, areaId, rag, names }: Starting): Promise<Date | null> {
  const clocks = clocksFrom(names, { standards: await timeStandardsOf(tx, areaId, now), rag }, now, isBankHoliday);
  await start(tx, caseId, clocks.map((clock) => ({ ...clock, again: true })));
  return clocks[0]?.dueAt ?? null;
}

async function start(tx: Tx, caseId: string, clocks: readonly object[]): Promise<void> {
  if (clocks.length > 0) await tx.$queryRaw`SELECT start_clocks(${caseId}::uuid, ${JSON.stringify(clocks)}::jsonb)`;
}
