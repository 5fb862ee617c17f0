import { londonDay } from "../../format/dates";
import type { Tx } from "../../platform/db";
import { liveSignatures } from "../visibility";

/** Which of these agencies have a live agreement for an area, or for one of several, now, and which agreement: agency id to agreement id. */
export async function liveAgreements(tx: Tx, now: Date, areaId: string | string[], agencyIds?: string[]): Promise<Map<string, string>> {
  const rows = await tx.agreementSignature.findMany({
    where: { AND: [liveSignatures(new Date(londonDay(now))), { areas: { some: { areaId: { in: [areaId].flat() } } } }, agencyIds ? { agencyId: { in: agencyIds } } : {}] },
    select: { agencyId: true, agreementId: true },
  });
  return new Map(rows.map((row) => [row.agencyId, row.agreementId]));
}
