import { expect, it } from "vitest";
import { ageBandWords, ragHistoryWords, tookWords } from "./rules";

it.each([
  ["2010-11-23", "under 18"], ["2008-11-22", "18 to 24"], ["2001-11-22", "25 to 34"], ["1991-11-23", "25 to 34"], ["1991-11-22", "35 to 44"], ["1952-01-01", "65 to 74"], ["1940-01-01", "75 or over"], [null, ""],
])("puts somebody born on %s into the band %s", (born, band) => {
  expect(ageBandWords(born, "2026-11-22")).toBe(band);
});

it.each([[0, "same save"], [22, "22 min"], [119, "1 h 59 min"], [200, "3 h"], [1440, "1 day"], [5000, "3 days"]])("says how long %i minutes are", (minutes, words) => {
  const from = new Date("2026-11-01T10:00:00Z");
  expect(tookWords(from, new Date(from.getTime() + minutes * 60_000))).toBe(words);
});

it("reads a history of colours aloud", () => {
  expect(ragHistoryWords([{ at: "2026-11-01T10:00:00Z", rag: "amber" }, { at: "2026-11-16T16:40:00Z", rag: "red" }], new Date("2026-11-22T10:00:00Z"))).toBe("amber until Mon 16 Nov, red since");
});
