import { dayAndTime, londonDay, longDay, shortDay } from "../../format/dates";
import type { Tx } from "../../platform/db";
import type { JudgementView } from "../tab/schema";

/** The judgements on a case, newest first, with which of them hold now. */
export async function judgementsOf(tx: Tx, caseId: string, now: Date): Promise<JudgementView[]> {
  const rows = await tx.ragOverride.findMany({ where: { caseId }, orderBy: [{ at: "desc" }, { id: "asc" }] });
  const authors = await tx.member.findMany({ where: { id: { in: rows.map(({ byId }) => byId) } }, select: { id: true, name: true, agency: { select: { shortName: true } } } });
  return rows.map((row) => {
    const author = authors.find(({ id }) => id === row.byId);
    const expiresOn = row.expiresOn && londonDay(row.expiresOn);
    const isLive = row.endedAt === null && (!expiresOn || expiresOn >= londonDay(now));
    return {
      overrideId: row.id, direction: row.direction as "up" | "down", rag: row.rag, reason: row.reason, byName: author?.name ?? "", byAgency: author?.agency.shortName ?? "",
      atWords: dayAndTime(row.at, now), isLive,
      untilWords: row.endedAt ? `ended ${shortDay(row.endedAt, now)}` : expiresOn ? (isLive ? `until ${longDay(expiresOn)}` : `ran out ${shortDay(expiresOn, now)}`) : "",
    };
  });
}
