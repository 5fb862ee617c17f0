import { describe, expect, it } from "vitest";
import { momentFrom, problemWithMoment, typedMomentFrom } from "./typed-moment";

const today = "2026-11-18";
const at = (date: string, month: string, year: string, time: string) => ({ typed: { date, month, year }, time });

describe("momentFrom", () => {
  it("reads the boxes as London time, summer and winter", () => {
    expect(momentFrom(at("18", "11", "2026", "16:40"), today)).toBe("2026-11-18T16:40:00.000Z");
    expect(momentFrom(at("18", "7", "2026", "4.40pm"), today)).toBe("2026-07-18T15:40:00.000Z");
  });

  it("shows the same London time again", () => {
    const boxes = at("18", "7", "2026", "16:40");
    expect(typedMomentFrom(momentFrom(boxes, today))).toEqual(boxes);
  });

  it("never takes half a moment for none", () => {
    expect(momentFrom(at("", "", "", ""), today)).toBe("");
    expect(momentFrom(at("18", "11", "2026", ""), today)).toBe("2026-11-18@");
    expect(momentFrom(at("", "", "", "16:40"), today)).toBe("@16:40");
    expect(typedMomentFrom("31/2/2026@16:4")).toEqual(at("31", "2", "2026", "16:4"));
  });
});

describe("problemWithMoment", () => {
  it("asks for the half that is missing", () => {
    expect(problemWithMoment(at("18", "11", "2026", ""), today)).toBe("Enter a time, like 16:40");
    expect(problemWithMoment(at("", "", "", "16:40"), today)).toBe("The date must have a day, a month and a year");
    expect(problemWithMoment(at("18", "11", "2026", "25:00"), today)).toBe("Enter a real time, like 16:40");
    expect(problemWithMoment(at("18", "11", "2026", "1640"), today)).toBeNull();
  });
});
