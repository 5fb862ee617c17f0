export type Figure = { name: string; value: number; target: string; unit: string; pass: boolean };

export type Target = { atLeast: number } | { atMost: number };

/** One figure beside what it is to be. */
export function figure(name: string, value: number, target: Target, unit: string): Figure {
  const pass = "atLeast" in target ? value >= target.atLeast : value <= target.atMost;
  return { name, value, target: "atLeast" in target ? `≥ ${target.atLeast.toLocaleString("en-GB")}` : `${target.atMost.toLocaleString("en-GB")}`, unit, pass };
}

export function table(figures: Figure[]): string {
  const rows = figures.map(({ name, value, target, unit, pass }) => [name, `${value.toLocaleString("en-GB", { maximumFractionDigits: 1 })} ${unit}`.trim(), `target ${target}`, pass ? "met" : "MISSED"]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
