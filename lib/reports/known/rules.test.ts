import { expect, it } from "vitest";
import { countEvents, hiddenCounts, plainName, plainNumber, numberWords } from "./rules";

it("compares numbers however they were typed", () => {
  for (const typed of ["07700 900 142", "+44 7700 900142", "0044 7700-900142", "(07700) 900142"]) expect(plainNumber(typed)).toBe("07700900142");
  expect(plainNumber(" Ann.K@Example.org ")).toBe("ann.k@example.org");
});

it("shows a number in two parts, and leaves what is no number of here", () => {
  expect(numberWords(plainNumber("+44 7700 900142"))).toBe("07700 900142");
  expect(numberWords("ann@example.org")).toBe("ann@example.org");
  expect(numberWords("0044")).toBe("0044");
});

it("compares names without marks, case or stops", () => {
  expect(plainName("  Zoë  O’Neill-Marsh ")).toBe(plainName("zoe o neill marsh"));
  expect(plainName("Ann")).not.toBe(plainName("Anne"));
});

it("counts reports of one event once", () => {
  expect(countEvents([{ id: "a", sameEventAsId: null }, { id: "b", sameEventAsId: "a" }, { id: "c", sameEventAsId: null }])).toBe(2);
  expect(countEvents([{ id: "b", sameEventAsId: "a" }, { id: "c", sameEventAsId: "a" }])).toBe(1);
});

it("counts what may not be read without counting what may", () => {
  const all = [{ agencyId: "police", reports: 3 }, { agencyId: "council", reports: 1 }, { agencyId: "homes", reports: 1 }];
  expect(hiddenCounts(all, [{ agencyId: "police" }, { agencyId: "homes" }, { agencyId: "homes" }])).toEqual([{ agencyId: "police", count: 2 }, { agencyId: "council", count: 1 }]);
});
