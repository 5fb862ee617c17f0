import { expect, it } from "vitest";
import { missingSql } from "../../scripts/machine/migrations/engine";
import { asOwner, testDatabase } from "../support/database";

it("the migrations make every table, column and index that prisma/schema says", async () => {
  expect(await missingSql(testDatabase().DATABASE_URL)).toBe("");
});

it("the comparison sees a column that is missing", async () => {
  await asOwner(`ALTER TABLE "ClockOffset" RENAME COLUMN "offsetMs" TO "elsewhere"`);
  const missing = await missingSql(testDatabase().DATABASE_URL);
  await asOwner(`ALTER TABLE "ClockOffset" RENAME COLUMN "elsewhere" TO "offsetMs"`);
  expect(missing).toMatch(/ADD COLUMN\s+"offsetMs"/);
});
