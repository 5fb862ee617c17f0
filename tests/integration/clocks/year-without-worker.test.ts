import { expect, it } from "vitest";
import { simulateYear } from "../../year/simulate";

it("the figures of a year show it where nothing escalates", async () => {
  const figures = await simulateYear({ reports: 40, seed: 11, days: 3, hasWorker: false });
  const missed = figures.filter(({ pass }) => !pass).map(({ name }) => name);
  expect(missed).toContain("alerts of which nobody was ever told");
  expect(missed).toContain("longest time without a person being told");
}, 120_000);
