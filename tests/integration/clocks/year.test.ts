import { expect, it } from "vitest";
import { simulateYear } from "../../year/simulate";

it("a week of reports passes with the worker at work: nobody goes four hours untold, and nobody is told twice", async () => {
  const figures = await simulateYear({ reports: 70, seed: 11, days: 6 });
  expect(figures.filter(({ pass }) => !pass)).toEqual([]);
}, 120_000);
