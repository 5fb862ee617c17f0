import { addMonths, londonDay, startOfLondonDay } from "../../format/dates";
import type { Doing } from "../../cases/log/commands";
import { repeatCount } from "./rules";
import { visibleAssessments } from "../visibility";

type Asked = { caseId: string; personId: string; reportId?: string | null };

/** What earlier reports and ratings say of a victim on a case, the report in hand included. Counts only what the actor may see. */
export async function repeatFacts(doing: Doing, asked: Asked): Promise<{ reportsInThreeMonths: number; wasRatedHighInLastYear: boolean }> {
  const { tx, now } = doing;
  const since = startOfLondonDay(addMonths(londonDay(now), -3));
  const reports = await tx.report.findMany({
    where: { caseId: asked.caseId },
    select: { id: true, sameEventAsId: true, placeId: true, receivedAt: true, involvements: { select: { personId: true } } },
  });
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: asked.caseId }, select: { placeId: true } });
  const counted = reports.map(({ involvements, ...report }) => ({ ...report, personIds: involvements.map(({ personId }) => personId) }));
  const inHand = counted.find(({ id }) => id === asked.reportId);
  const placeIds = [...new Set([asbCase.placeId, inHand?.placeId].flatMap((id) => id ?? []))];
  const reportsInThreeMonths = repeatCount(counted.filter(({ receivedAt }) => receivedAt >= since), { personId: asked.personId, placeIds });
  const ratedHighAt = await lastRatedHigh(doing, asked);
  const isReportingAgain = ratedHighAt !== null && counted.some((report) => report.receivedAt > ratedHighAt && (report.id === asked.reportId || report.personIds.includes(asked.personId)));
  return { reportsInThreeMonths, wasRatedHighInLastYear: isReportingAgain };
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
    orderBy: { completedAt: "desc" },
    select: { completedAt: true },
  });
  return found?.completedAt ?? null;
}
