import type { Rag } from "@/lib/clocks/schema";
import { sectionLabels } from "../labels";
import type { PinnedLine } from "../risk/schema";
import type { Question, Template } from "../schema";

/** The most points a form's own bands allow. */
export function mostPoints(template: Pick<Template, "bands">): number {
  return template.bands.at(-1)?.max ?? 0;
}

/** Where a stored score stands near a higher colour that nothing gave it. */
export function storedBorderline(template: Pick<Template, "bands" | "borderline_points">, stored: { isBorderline: boolean; score: number }): Rag | null {
  if (!stored.isBorderline) return null;
  return template.bands.find(({ min }) => stored.score < min)?.rag ?? null;
}

export type BreakdownSection = { section: string; heading: string; points: number; lines: PinnedLine[] };

/** The lines of a breakdown by section, in the order in which they were asked. */
export function bySection(lines: readonly PinnedLine[]): BreakdownSection[] {
  const names = [...new Set(lines.map(({ section }) => section))];
  return names.map((section) => {
    const within = lines.filter((line) => line.section === section);
    const heading = sectionLabels[section as Question["section"]] ?? "Answers";
    return { section, heading, points: within.reduce((sum, { points }) => sum + points, 0), lines: within };
  });
}
