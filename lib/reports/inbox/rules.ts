import { dueByStandard, type IsBankHoliday } from "@/lib/clocks/rules";
import type { ClockName, Rag, TimeStandards } from "@/lib/clocks/schema";

/** The clock of a report that waits: the hard stop of its first assessment once its screening says more than green. */
export function triageClock(urgency: Rag): ClockName {
  return urgency === "green" ? "firstAssessment" : "firstAssessmentHardStop";
}

/** When somebody must have decided where a report goes, by how urgent its screening makes it. */
export function triageDueAt(report: { receivedAt: Date; urgency: Rag }, standards: TimeStandards, isBankHoliday: IsBankHoliday): Date {
  const { receivedAt, urgency } = report;
  return dueByStandard({ standards, rag: urgency, clock: triageClock(urgency) }, receivedAt, isBankHoliday) ?? receivedAt;
}

export type Happening = { id: string; sameEventAsId: string | null; placeId: string; placeWords: string; happenedFrom: Date; happenedTo: Date | null };

/** Two tellings of one event may be so many hours apart: people round, and ring the next morning. */
const apart = 12 * 3_600_000;

/** Whether two reports may tell of one event: at one place, at times that meet or nearly do. A member decides. */
export function mayBeSameEvent(one: Happening, other: Happening): boolean {
  if (one.id === other.id || one.sameEventAsId === other.id || other.sameEventAsId === one.id) return false;
  if (one.placeId !== other.placeId && one.placeWords !== other.placeWords) return false;
  const end = (report: Happening) => (report.happenedTo ?? report.happenedFrom).getTime();
  return one.happenedFrom.getTime() <= end(other) + apart && other.happenedFrom.getTime() <= end(one) + apart;
}

/** The first words of a text, cut at a word's end. */
export function openingOf(words: string, most = 140): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most + 1).replace(/\s+\S*$/, "")}…`;
}
