/** A telephone number or an address as it is compared: no spaces, no signs between digits, small letters. */
export function plainNumber(typed: string): string {
  const plain = typed.trim().toLowerCase();
  if (plain.includes("@")) return plain;
  const digits = plain.replace(/[^\d+]/g, "").replace(/^(\+44|0044)/, "0");
  return digits;
}

/** A number as people read it: "07700 900142". */
export function numberWords(number: string): string {
  return /^0\d{10}$/.test(number) ? `${number.slice(0, 5)} ${number.slice(5)}` : number;
}

/** A name as it is compared: small letters, single spaces, no marks above or below them. */
export function plainName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** How many distinct events some reports tell of: those linked as one event count once. */
export function countEvents(reports: readonly { id: string; sameEventAsId: string | null }[]): number {
  return new Set(reports.map(({ id, sameEventAsId }) => sameEventAsId ?? id)).size;
}

/** By agency, how many reports stand behind those that may be read; agencies with nothing more are left out. */
export function hiddenCounts(all: readonly { agencyId: string; reports: number }[], seen: readonly { agencyId: string }[]): { agencyId: string; count: number }[] {
  return all
    .map(({ agencyId, reports }) => ({ agencyId, count: reports - seen.filter((report) => report.agencyId === agencyId).length }))
    .filter(({ count }) => count > 0);
}
