import { afterEach, expect, it } from "vitest";
import { asOwner, resetClock, setClock } from "../../support/database";

afterEach(resetClock);

async function databaseTime(): Promise<Date> {
  const [row] = await asOwner<{ now: Date }>("SELECT app_now() AS now");
  if (!row) throw new Error("no time");
  return row.now;
}

it("is the true time when nothing is set", async () => {
  expect(Math.abs((await databaseTime()).getTime() - Date.now())).toBeLessThan(2_000);
});

it("runs on from the instant it is set to", async () => {
  await setClock("2012-06-30T12:00:00Z");
  const first = await databaseTime();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const second = await databaseTime();
  // Setting and reading each cut to a millisecond, so it may read one early.
  expect(first.getTime() - Date.parse("2012-06-30T12:00:00Z")).toBeGreaterThanOrEqual(-2);
  expect(first.getTime() - Date.parse("2012-06-30T12:00:00Z")).toBeLessThan(10_000);
  expect(second.getTime()).toBeGreaterThan(first.getTime());
});
