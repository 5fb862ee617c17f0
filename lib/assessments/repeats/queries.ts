import { addMonths, londonDay, startOfLondonDay } from "../../format/dates";
import type { Doing } from "../../cases/log/commands";
import { visibleReports } from "../../reports/visibility";
import { repeatCount } from "./rules";
import { visibleAssessments } from "../visibility";

type Asked = { caseId: string; personId: string; reportId?: string | null };

/**
 * What earlier reports and ratings say of a victim on a case, the report in hand included. Counts the case's reports,
 * those the actor may see by the same person, and at the same place all of them, as its pointer counts them.
 */
export async function repeatFacts(doing: Doing, asked: Asked): Promise<{ reportsInThreeMonths: number; wasRatedHighInLastYear: boolean }> {
  const { tx, actor, now } = doing;
  const since = startOfLondonDay(addMonths(londonDay(now), -3));
  const rows = await tx.report.findMany({
    where: { OR: [{ caseId: asked.caseId }, { AND: [{ involvements: { some: { personId: asked.personId } } }, visibleReports(actor, now)] }] },
    select: { id: true, caseId: true, sameEventAsId: true, placeId: true, receivedAt: true, involvements: { select: { personId: true } } },
  });
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: asked.caseId }, select: { placeId: true } });
  const counted = rows.map(({ involvements, ...report }) => ({ ...report, personIds: involvements.map(({ personId }) => personId) }));
  const inHand = counted.find(({ id }) => id === asked.reportId);
  const placeIds = [...new Set([asbCase.placeId, inHand?.placeId].flatMap((id) => id ?? []))];
  const known = repeatCount(counted.filter(({ receivedAt }) => receivedAt >= since), { personId: asked.personId, placeIds });
  const ratedHighAt = await lastRatedHigh(doing, asked);
  const isReportingAgain = ratedHighAt !== null && counted.some((report) => report.receivedAt > ratedHighAt && (report.id === asked.reportId || report.personIds.includes(asked.personId)));
  return { reportsInThreeMonths: Math.max(known, ...(await countedAt(doing, placeIds, since))), wasRatedHighInLastYear: isReportingAgain };
}

async function countedAt({ tx }: Doing, placeIds: readonly string[], since: Date): Promise<number[]> {
  const counts: number[] = [];
  for (const placeId of placeIds) {
    const [row] = await tx.$queryRaw<{ reports: number }[]>`SELECT coalesce(sum(reports), 0)::int AS reports FROM reports_at_place(${placeId}::uuid, ${since})`;
    counts.push(row?.reports ?? 0);
  }
  return counts;
}

async function lastRatedHigh({ tx, actor, now }: Doing, { caseId, personId }: Asked): Promise<Date | null> {
  const involvements = await tx.involvement.findMany({ where: { personId, caseId: { not: null } }, select: { id: true } });
  const found = await tx.assessment.findFirst({
    where: {
      AND: [{ OR: [{ caseId }, visibleAssessments(actor, now)] }],
      templateKey: "VRA", rag: "red",
      involvementId: { in: involvements.map(({ id }) => id) },
      completedAt: { gte: startOfLondonDay(addMonths(londonDay(now), -12)), lte: now },
    },
    orderBy: [{ completedAt: "desc" }, { id: "asc" }],
    select: { completedAt: true },
  });
  return found?.completedAt ?? null;
}
