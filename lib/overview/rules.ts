import { middleColumn } from "./labels";
import type { CaseloadView, Figure } from "./schema";

export type AreaNumber = { section: string; code: string; n: number };
export type Labels = Map<string, string>;

/** Arranges an area's numbers as the caseload table: victims' needs, cases and orders, needs of neither side, perpetrators' needs; most first. */
export function asTable(numbers: AreaNumber[], labels: Labels): Pick<CaseloadView, "victims" | "middle" | "unattributed" | "perpetrators"> {
  const needs = (section: string): Figure[] =>
    numbers
      .filter((row) => row.section === section)
      .map((row) => ({ section, code: row.code, label: labels.get(row.code) ?? row.code, count: row.n }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  const named = new Set(middleColumn.map((row) => row.code));
  const others = numbers.filter((row) => row.section === "orders" && !named.has(row.code)).map((row) => ({ section: row.section, code: row.code, label: labels.get(row.code) ?? row.code, count: row.n }));
  const fixed = middleColumn.map((row) => ({ ...row, count: numbers.find((found) => found.section === row.section && found.code === row.code)?.n ?? 0 }));
  // Kinds of order that the area has and 2012 did not know stand after the seven that it did.
  const middle = [...fixed.filter((row) => row.section !== "people"), ...others, ...fixed.filter((row) => row.section === "people")];
  return { victims: needs("needs_victim"), middle, unattributed: needs("needs_case"), perpetrators: needs("needs_perpetrator") };
}
