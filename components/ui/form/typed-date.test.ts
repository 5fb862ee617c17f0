import { describe, expect, it } from "vitest";
import { problemWith, typedFrom, valueFrom } from "./typed-date";

const today = "2026-11-18";
const typed = (date: string, month: string, year: string) => ({ date, month, year });

describe("valueFrom", () => {
  it("gives the ISO day for the ways people write one", () => {
    expect(valueFrom(typed("3", "2", "2026"), today)).toBe("2026-02-03");
    expect(valueFrom(typed("03", "Feb", "26"), today)).toBe("2026-02-03");
  });

  it("gives nothing only when nothing was typed", () => {
    expect(valueFrom(typed("", "", ""), today)).toBe("");
    expect(valueFrom(typed(" ", "", ""), today)).toBe("");
  });

  it("keeps what is not a date as it was typed, for the server to refuse", () => {
    expect(valueFrom(typed("31", "2", "2026"), today)).toBe("31/2/2026");
    expect(valueFrom(typed("31", "", "2026"), today)).toBe("31//2026");
  });

  it("comes back to the same boxes after a draft is restored", () => {
    for (const boxes of [typed("31", "2", "2026"), typed("31", "", ""), typed("", "", "")]) {
      expect(typedFrom(valueFrom(boxes, today))).toEqual(boxes);
    }
    expect(typedFrom("2026-02-03")).toEqual(typed("3", "2", "2026"));
  });
});

describe("problemWith", () => {
  it("names the boxes that are missing", () => {
    expect(problemWith(typed("3", "", "2026"), today)).toBe("The date must have a month");
    expect(problemWith(typed("", "", "2026"), today)).toBe("The date must have a day and a month");
  });

  it("refuses days that do not exist", () => {
    expect(problemWith(typed("29", "2", "2026"), today)).toBe("Enter a real date, like 18 11 2026");
    expect(problemWith(typed("29", "2", "2028"), today)).toBeNull();
  });

  it("leaves empty boxes alone", () => {
    expect(problemWith(typed("", "", ""), today)).toBeNull();
  });
});
