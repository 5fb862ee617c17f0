/** The parts of a reference: the area it began in, the year, and its number in that year. */
export type Reference = { area: string; year: number; number: number };

function words({ area, year, number }: Reference): string {
  const isSound = /^[A-Z]{3}$/.test(area) && year >= 1900 && year <= 2200
    && Number.isSafeInteger(number) && number > 0;
  if (!isSound) throw new RangeError(`Not a reference: ${area} ${year} ${number}`);
  return `${area}-${year}-${String(number).padStart(5, "0")}`;
}

function parts(typed: string): Reference | null {
  const match = /^([A-Z]{3})[\s/.-]*(\d{4})[\s/.-]+(\d{1,9})$/.exec(typed);
  if (!match) return null;
  const found = { area: match[1] ?? "", year: Number(match[2]), number: Number(match[3]) };
  return found.number > 0 && found.year >= 1900 && found.year <= 2200 ? found : null;
}

function plain(typed: string): string {
  return typed.trim().toUpperCase().replace(/[‐-―−]/g, "-");
}

/** A case's reference, as "FEN-2026-00123". */
export function caseReference(reference: Reference): string {
  return words(reference);
}

/** Reads a case's reference however it was typed ("fen 2026 123"); null when it is none. */
export function parseCaseReference(typed: string): Reference | null {
  return parts(plain(typed));
}

/** A report's reference, as "R-FEN-2026-00123", so that it cannot be taken for a case's on the telephone. */
export function reportReference(reference: Reference): string {
  return `R-${words(reference)}`;
}

/** Reads a report's reference however it was typed ("r fen 2026 123"); null when it is none. */
export function parseReportReference(typed: string): Reference | null {
  const match = /^R[\s/.-]+(.*)$/.exec(plain(typed));
  return match ? parts(match[1] ?? "") : null;
}
