import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");

function colours(opening: string): Record<string, string> {
  const start = css.indexOf("{", css.indexOf(opening)) + 1;
  let depth = 1;
  let end = start;
  while (depth > 0 && end < css.length) {
    if (css[end] === "{") depth += 1;
    if (css[end] === "}") depth -= 1;
    end += 1;
  }
  return Object.fromEntries([...css.slice(start, end).matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours("@theme {");
const dark = { ...light, ...colours("@media screen and (prefers-color-scheme: dark)") };
const more = { ...light, ...colours("@media (prefers-contrast: more) {") };
const moreDark = { ...dark, ...colours("@media (prefers-contrast: more) {"), ...colours("@media screen and (prefers-contrast: more) and") };

/* Words on what may stand behind them. */
const words: Record<string, string[]> = {
  ink: ["page", "surface", "surface-quiet", "act-soft", "warning-soft", "sealed-soft"],
  "ink-soft": ["page", "surface", "surface-quiet", "act-soft", "sealed-soft"],
  link: ["page", "surface", "surface-quiet", "act-soft", "warning-soft", "sealed-soft"],
  "on-act": ["act", "act-strong"],
  "on-begin": ["begin", "begin-strong"],
  "nav-ink": ["nav", "nav-raised", "run", "run-strong"],
  "nav-soft": ["nav", "run", "run-strong"],
  "on-nav-current": ["nav-current"],
  "on-risk-red": ["risk-red"],
  "risk-amber": ["risk-amber-soft", "surface"],
  "risk-green": ["risk-green-soft", "surface"],
  soon: ["surface", "page", "act-soft", "warning-soft"],
  late: ["surface", "page", "late-soft"],
  warning: ["warning-soft", "surface"],
  sealed: ["sealed-soft", "surface"],
  safety: ["safety-soft"],
};

/* Edges and shapes that carry meaning by themselves. */
const shapes: Record<string, string[]> = {
  "line-strong": ["page", "surface"],
  act: ["page", "surface"],
  link: ["surface"],
  "risk-red": ["page", "surface"],
};

function tooWeak(theme: Record<string, string>, pairs: Record<string, string[]>, least: number): string[] {
  return Object.entries(pairs).flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const ratio = contrast(theme[front] ?? "", theme[back] ?? "");
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}, needs ${least}`];
    }),
  );
}

describe("contrast of the colours", () => {
  it.each([
    ["light", light, 4.5],
    ["dark", dark, 4.5],
    ["light with more contrast", more, 7],
    ["dark with more contrast", moreDark, 7],
  ] as const)("lets words be read in %s", (_, theme, least) => {
    expect(tooWeak(theme, words, least)).toEqual([]);
  });

  it.each([
    ["light", light],
    ["dark", dark],
    ["light with more contrast", more],
    ["dark with more contrast", moreDark],
  ] as const)("lets edges and shapes be seen in %s", (_, theme) => {
    expect(tooWeak(theme, shapes, 3)).toEqual([]);
  });
});
