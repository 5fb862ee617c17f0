import { describe, expect, it } from "vitest";
import { counted, dueWords, spanWords } from "./due";

const now = new Date("2026-11-18T09:12:00Z");
const day = { precision: "day" } as const;

describe("a clock that is running", () => {
  it("says how long is left within twelve hours", () => {
    expect(dueWords("2026-11-18T10:00:00Z", now)).toEqual({ words: "in 48 min", tone: "soon" });
    expect(dueWords("2026-11-18T12:22:00Z", now)).toEqual({ words: "in 3 h 10 min", tone: "soon" });
    expect(dueWords("2026-11-18T11:12:00Z", now)).toEqual({ words: "in 2 h", tone: "soon" });
    expect(dueWords("2026-11-18T09:12:20Z", now)).toEqual({ words: "in 1 min", tone: "soon" });
    expect(dueWords(now, now)).toEqual({ words: "due now", tone: "soon" });
  });

  it("says the time, then the day, when there is longer", () => {
    expect(dueWords("2026-11-18T22:30:00Z", now)).toEqual({ words: "today 22:30", tone: "today" });
    expect(dueWords("2026-11-19T10:00:00Z", now)).toEqual({ words: "tomorrow 10:00", tone: "later" });
    expect(dueWords("2026-11-20T17:00:00Z", now)).toEqual({ words: "Fri 20 Nov", tone: "later" });
    expect(dueWords("2027-01-04T17:00:00Z", now)).toEqual({ words: "Mon 4 Jan 2027", tone: "later" });
  });

  it("says the day alone for what is due by the day", () => {
    expect(dueWords("2026-11-18T17:00:00Z", now, day)).toEqual({ words: "today", tone: "today" });
    expect(dueWords("2026-11-19T17:00:00Z", now, day)).toEqual({ words: "tomorrow", tone: "later" });
    expect(dueWords("2026-11-23T17:00:00Z", now, day)).toEqual({ words: "Mon 23 Nov", tone: "later" });
  });

  it("counts the hours that pass, not those the clock shows, when clocks change", () => {
    expect(dueWords("2026-03-29T02:00:00Z", "2026-03-29T00:30:00Z").words).toBe("in 1 h 30 min");
    expect(dueWords("2026-10-25T02:00:00Z", "2026-10-25T00:30:00Z").words).toBe("in 1 h 30 min");
  });

  it("knows today by London's midnight", () => {
    expect(dueWords("2026-06-30T23:30:00Z", "2026-06-30T22:30:00Z", day)).toEqual({ words: "tomorrow", tone: "later" });
  });
});

describe("a clock that has run out", () => {
  const late = (due: string, reading = {}) => dueWords(due, now, reading);

  it("says by how much", () => {
    expect(late("2026-11-18T09:11:30Z")).toEqual({ words: "just late", tone: "late" });
    expect(late("2026-11-18T09:00:00Z")).toEqual({ words: "12 min late", tone: "late" });
    expect(late("2026-11-17T17:00:00Z")).toEqual({ words: "16 h 12 min late", tone: "late" });
    expect(late("2026-11-17T09:12:00Z")).toEqual({ words: "1 day late", tone: "late" });
    expect(late("2026-11-15T17:00:00Z")).toEqual({ words: "2 days late", tone: "late" });
  });

  it("counts days on the calendar for what was due by the day", () => {
    expect(late("2026-11-17T17:00:00Z", day)).toEqual({ words: "1 day late", tone: "late" });
    expect(late("2026-11-15T17:00:00Z", day)).toEqual({ words: "3 days late", tone: "late" });
    expect(late("2026-11-18T09:00:00Z", day)).toEqual({ words: "12 min late", tone: "late" });
  });

  it("counts working days where the clock does", () => {
    expect(late("2026-11-16T17:00:00Z", { workingDaysLate: 2 })).toEqual({ words: "2 working days late", tone: "late" });
    expect(late("2026-11-17T17:00:00Z", { workingDaysLate: 1 })).toEqual({ words: "1 working day late", tone: "late" });
    expect(late("2026-11-17T17:00:00Z", { workingDaysLate: 0 })).toEqual({ words: "16 h 12 min late", tone: "late" });
    expect(late("2026-11-13T17:00:00Z", { workingDaysLate: 0 })).toEqual({ words: "late since Fri 13 Nov", tone: "late" });
  });
});

it("counts in words", () => {
  expect([spanWords(48), spanWords(60), spanWords(190)]).toEqual(["48 min", "1 h", "3 h 10 min"]);
  expect([counted(1, "day"), counted(2, "day"), counted(0, "reply", "replies")]).toEqual(["1 day", "2 days", "0 replies"]);
});
