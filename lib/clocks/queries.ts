import { londonDay } from "../format/dates";
import type { Tx } from "../platform/db";
import { standardsFrom } from "./rules";
import type { ClockName, ClockUnit, Rag, TimeStandards } from "./schema";

/** The time standards of an area now: its own over the county's, a later over an earlier. */
export async function timeStandardsOf(tx: Tx, areaId: string, now: Date): Promise<TimeStandards> {
  const rows = await tx.timeStandard.findMany({
    where: { validFrom: { lte: new Date(londonDay(now)) }, OR: [{ areaId: null }, { areaId }] },
    orderBy: [{ areaId: { sort: "asc", nulls: "first" } }, { validFrom: "asc" }],
    select: { rag: true, clock: true, amount: true, unit: true },
  });
  return standardsFrom(rows.map((row) => ({ rag: row.rag as Rag, clock: row.clock as ClockName, amount: row.amount, unit: row.unit as ClockUnit })));
}
