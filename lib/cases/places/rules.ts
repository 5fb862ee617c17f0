import { addMonths, londonDay } from "../../format/dates";

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How many of some moments fell in each of the twelve London months up to now, oldest first. */
export function byMonth(moments: readonly Date[], now: Date): { label: string; count: number }[] {
  const thisMonth = `${londonDay(now).slice(0, 7)}-01`;
  const months = Array.from({ length: 12 }, (_, index) => addMonths(thisMonth, index - 11).slice(0, 7));
  const counts = new Map(months.map((month) => [month, 0]));
  for (const moment of moments) {
    const month = londonDay(moment).slice(0, 7);
    if (counts.has(month)) counts.set(month, counts.get(month)! + 1);
  }
  return months.map((month) => ({ label: monthNames[Number(month.slice(5)) - 1]!, count: counts.get(month)! }));
}

type Taken = { agencyId: string; reports: number };

/** How many reports each agency took that the reader may not open: the total less the readable, never below none. */
export function beyondReach(totals: readonly Taken[], readable: readonly { agencyId: string }[]): Taken[] {
  return totals
    .map(({ agencyId, reports }) => ({ agencyId, reports: reports - readable.filter((report) => report.agencyId === agencyId).length }))
    .filter(({ reports }) => reports > 0)
    .sort((a, b) => b.reports - a.reports);
}

const colours = { red: 0, unassessed: 1, amber: 2, green: 3 };

/** Open cases before closed ones; among the open red first, and what nobody assessed before amber. Else as they came. */
export function worstFirst<Found extends { rag: "red" | "amber" | "green" | null; isClosed: boolean }>(cases: readonly Found[]): Found[] {
  const rank = ({ rag, isClosed }: Found) => (isClosed ? 4 : colours[rag ?? "unassessed"]);
  return [...cases].sort((a, b) => rank(a) - rank(b));
}
