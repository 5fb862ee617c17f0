import { expect, it } from "vitest";
import { beyondReach, byMonth, worstFirst } from "./rules";

it("counts by London's months, the oldest first", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  // 23:30 UTC on 31 May is June in London.
  const months = byMonth([new Date("2026-11-01T00:00:00Z"), new Date("2026-05-31T23:30:00Z"), new Date("2025-12-01T00:00:00Z"), new Date("2025-11-30T23:00:00Z")], now);
  expect(months.map(({ label }) => label).join(" ")).toBe("Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov");
  expect(months.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
});

it("leaves what the reader may not open, the most first", () => {
  expect(beyondReach([{ agencyId: "a", reports: 3 }, { agencyId: "b", reports: 1 }, { agencyId: "c", reports: 4 }], [{ agencyId: "a" }, { agencyId: "b" }, { agencyId: "b" }]))
    .toEqual([{ agencyId: "c", reports: 4 }, { agencyId: "a", reports: 2 }]);
});

it("puts the worst open case first, and the closed ones last whatever their colour", () => {
  const one = (rag: "red" | "amber" | "green" | null, isClosed = false) => ({ rag, isClosed });
  expect(worstFirst([one("green"), one("red", true), one(null), one("amber"), one("red")])).toEqual([one("red"), one(null), one("amber"), one("green"), one("red", true)]);
});
