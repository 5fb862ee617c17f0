/** One report, as counting needs it. */
export type CountedReport = { id: string; sameEventAsId: string | null; placeId: string; personIds: readonly string[] };

/** How many distinct events some reports tell of: reports of one event count once. */
export function distinctEvents(reports: readonly Pick<CountedReport, "id" | "sameEventAsId">[]): number {
  return new Set(reports.map(({ id, sameEventAsId }) => sameEventAsId ?? id)).size;
}

/** The most distinct events reported by one person, or at one of the places, whichever is more. */
export function repeatCount(reports: readonly CountedReport[], subject: { personId: string | null; placeIds: readonly string[] }): number {
  const byPerson = subject.personId === null ? 0 : distinctEvents(reports.filter(({ personIds }) => personIds.includes(subject.personId!)));
  return Math.max(byPerson, ...subject.placeIds.map((placeId) => distinctEvents(reports.filter((report) => report.placeId === placeId))));
}
