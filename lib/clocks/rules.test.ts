import { describe, expect, it } from "vitest";
import lists from "@/prisma/seed/data/reference-lists.json";
import { londonInstant } from "@/lib/format/dates";
import { isBankHoliday } from "./holidays/rules";
import { clockLabels, ragLabels, standardWords } from "./labels";
import {
  addWorkingDays, bankHolidaysIn, clockState, dueAt, dueByStandard, elapsedHours, isOutOfHours, isWorkingDay, ragRank,
  sameDay, standardRows, standardsFrom, unitOf, workingDaysBetween, worstRag,
} from "./rules";
import { clockNames, dutyHoursSchema, listedStandardsSchema, timeStandardSchema } from "./schema";

const standards = standardsFrom(standardRows(listedStandardsSchema.parse(lists.timeStandards)));
const at = (day: string, time: string) => londonInstant(day, time);
const due = (rag: "red" | "amber" | "green", clock: (typeof clockNames)[number], from: Date) =>
  dueByStandard({ standards, rag, clock }, from, isBankHoliday);

describe("the same day", () => {
  it("ends with the day in London, and leaves at least four hours", () => {
    expect(sameDay(new Date("2011-03-29T15:40:00Z")).toISOString()).toBe("2011-03-29T22:59:00.000Z");
    expect(sameDay(new Date("2011-04-01T21:30:00Z")).toISOString()).toBe("2011-04-02T01:30:00.000Z");
  });
});

describe("working days", () => {
  it("leave out weekends and bank holidays", () => {
    expect(isWorkingDay("2026-11-18", isBankHoliday)).toBe(true);
    expect(["2026-11-21", "2026-11-22", "2026-12-25", "2026-12-28"].some((day) => isWorkingDay(day, isBankHoliday))).toBe(false);
    expect(addWorkingDays("2026-11-20", 1, isBankHoliday)).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-21", 1, isBankHoliday)).toBe("2026-11-23");
    expect(addWorkingDays("2026-12-24", 1, isBankHoliday)).toBe("2026-12-29");
    expect(addWorkingDays("2026-12-24", 0, isBankHoliday)).toBe("2026-12-24");
    expect(workingDaysBetween("2026-12-24", "2026-12-29", isBankHoliday)).toBe(1);
    expect(workingDaysBetween("2026-12-29", "2026-12-24", isBankHoliday)).toBe(0);
    expect(() => addWorkingDays("2026-12-24", -1, isBankHoliday)).toThrow(RangeError);
  });

  it("can be counted from a list that was sent to a browser", () => {
    expect(addWorkingDays("2026-12-24", 1, bankHolidaysIn(["2026-12-25"]))).toBe("2026-12-28");
  });
});

describe("when a step is due", () => {
  it("on a Wednesday morning", () => {
    const wednesday = at("2026-11-18", "09:12");
    expect(due("red", "firstContact", wednesday)).toEqual(at("2026-11-19", "09:12"));
    expect(due("red", "personTold", wednesday)).toEqual(at("2026-11-18", "13:12"));
    expect(due("red", "share", wednesday)).toEqual(wednesday);
    expect(due("red", "review", wednesday)).toEqual(at("2026-12-02", "17:00"));
    expect(due("amber", "firstContact", wednesday)).toEqual(at("2026-11-20", "17:00"));
    expect(due("amber", "firstAssessmentHardStop", wednesday)).toEqual(at("2026-11-19", "17:00"));
    expect(due("green", "actionDefault", wednesday)).toEqual(at("2026-12-16", "17:00"));
    expect(due("green", "share", wednesday)).toBeNull();
  });

  it("on a Friday evening: red runs on through the night, amber waits for Monday", () => {
    const friday = at("2026-11-20", "18:00");
    expect(due("red", "personTold", friday)).toEqual(at("2026-11-20", "22:00"));
    expect(due("red", "firstContact", friday)).toEqual(at("2026-11-21", "18:00"));
    expect(due("red", "actionDefault", friday)).toEqual(at("2026-11-25", "17:00"));
    expect(due("amber", "share", friday)).toEqual(at("2026-11-23", "17:00"));
  });

  it("on Christmas Eve", () => {
    const eve = at("2026-12-24", "15:30");
    expect(due("red", "firstContact", eve)).toEqual(at("2026-12-25", "15:30"));
    expect(due("red", "victimContact", eve)).toEqual(at("2026-12-31", "17:00"));
    expect(due("amber", "firstContact", eve)).toEqual(at("2026-12-30", "17:00"));
    expect(due("green", "firstContact", eve)).toEqual(at("2027-01-05", "17:00"));
  });

  it("over a change of the clocks: hours are hours, and the day ends at five by the clock", () => {
    const beforeSpring = at("2026-03-28", "12:00");
    expect(due("red", "firstContact", beforeSpring)).toEqual(at("2026-03-29", "13:00"));
    expect(due("red", "victimContact", beforeSpring)?.toISOString()).toBe("2026-04-04T16:00:00.000Z");
    const beforeAutumn = at("2026-10-24", "12:00");
    expect(due("red", "firstContact", beforeAutumn)).toEqual(at("2026-10-25", "11:00"));
    expect(due("amber", "share", beforeAutumn)?.toISOString()).toBe("2026-10-26T17:00:00.000Z");
  });

  it("from just after midnight in summer, by London's day and not by UTC's", () => {
    expect(dueAt({ workingDays: 1 }, "2026-06-30T23:30:00Z", isBankHoliday)).toEqual(at("2026-07-02", "17:00"));
  });

  it("in 2011, when case study one met the royal wedding", () => {
    expect(dueAt({ workingDays: 1 }, at("2011-04-28", "10:00"), isBankHoliday)).toEqual(at("2011-05-03", "17:00"));
  });
});

describe("how a clock stands", () => {
  const now = at("2026-11-18", "09:12");

  it("in hours", () => {
    expect(clockState(at("2026-11-18", "10:00"), now)).toEqual({ isLate: false, minutesLeft: 48, words: "in 48 min", tone: "soon" });
    expect(clockState(at("2026-11-18", "09:00"), now)).toEqual({ isLate: true, minutesLeft: -12, words: "12 min late", tone: "late" });
    expect(clockState(now, now)).toMatchObject({ isLate: false, words: "due now" });
  });

  it("in days", () => {
    expect(clockState(at("2026-11-17", "17:00"), now, { unit: "days" })).toMatchObject({ isLate: true, words: "1 day late" });
    expect(clockState(at("2026-11-18", "17:00"), now, { unit: "days" })).toMatchObject({ isLate: false, words: "today", tone: "today" });
  });

  it("in working days", () => {
    const working = { unit: "workingDays", isBankHoliday } as const;
    expect(clockState(at("2026-11-16", "17:00"), now, working)).toMatchObject({ isLate: true, words: "2 working days late" });
    expect(clockState(at("2026-11-13", "17:00"), at("2026-11-14", "10:00"), working)).toMatchObject({ words: "17 h late" });
    expect(clockState(at("2026-12-24", "17:00"), at("2026-12-28", "10:00"), working))
      .toMatchObject({ isLate: true, words: "late since Thu 24 Dec" });
  });
});

describe("out of hours", () => {
  const out = (day: string, time: string) => isOutOfHours(at(day, time), isBankHoliday);

  it("is before nine, from five, at weekends and on bank holidays", () => {
    expect([out("2026-11-18", "08:59"), out("2026-11-18", "09:00"), out("2026-11-18", "16:59"), out("2026-11-18", "17:00")])
      .toEqual([true, false, false, true]);
    expect([out("2026-11-20", "18:00"), out("2026-11-21", "12:00"), out("2026-12-25", "12:00"), out("2026-12-28", "12:00")])
      .toEqual([true, true, true, true]);
    expect(out("2026-12-29", "12:00")).toBe(false);
  });

  it("goes by the clock in London, summer and winter", () => {
    expect(isOutOfHours("2026-07-01T08:00:00Z", isBankHoliday)).toBe(false);
    expect(isOutOfHours("2026-12-01T08:00:00Z", isBankHoliday)).toBe(true);
    expect(isOutOfHours("2026-07-01T16:00:00Z", isBankHoliday)).toBe(true);
  });

  it("is never for an agency that is always there", () => {
    const always = dutyHoursSchema.parse({ weekdays: [0, 1, 2, 3, 4, 5, 6], opensAt: "00:00", closesAt: "24:00", onBankHolidays: true });
    expect(isOutOfHours(at("2026-12-25", "23:59"), isBankHoliday, always)).toBe(false);
    expect(dutyHoursSchema.safeParse({ ...always, opensAt: "18:00", closesAt: "09:00" }).success).toBe(false);
  });
});

describe("time standards", () => {
  it("come whole from the reference list, hard stops as clocks of their own", () => {
    expect(standardRows(listedStandardsSchema.parse(lists.timeStandards))).toHaveLength(30);
    expect(standards.red.firstAssessmentHardStop).toEqual({ hours: 24 });
    expect(standards.amber.firstAssessmentHardStop).toEqual({ workingDays: 1 });
    expect(standards.green.firstAssessment).toEqual({ workingDays: 2 });
  });

  it("refuse what they do not know", () => {
    expect(listedStandardsSchema.safeParse({ ...lists.timeStandards, blue: {} }).success).toBe(false);
    expect(timeStandardSchema.safeParse({ hours: 1, days: 1 }).success).toBe(false);
    expect(timeStandardSchema.safeParse({ workingDays: 0 }).success).toBe(false);
  });

  it("can be said", () => {
    expect([{ hours: 0 }, { hours: 4 }, { workingDays: 1 }, { days: 7 }].map(standardWords))
      .toEqual(["in the same save", "within 4 hours", "within 1 working day", "within 7 days"]);
    expect([{ hours: 0 }, { workingDays: 1 }, { days: 7 }].map(unitOf)).toEqual(["hours", "workingDays", "days"]);
    expect(clockNames.every((name) => clockLabels[name].length > 0)).toBe(true);
  });
});

it("orders the colours and counts hours", () => {
  expect([ragRank("green"), ragRank("amber"), ragRank("red")]).toEqual([0, 1, 2]);
  expect([worstRag(), worstRag("green", "amber"), worstRag("amber", "red", "green")]).toEqual(["green", "amber", "red"]);
  expect(ragLabels.red).toBe("Red");
  expect(elapsedHours("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z")).toBe(23);
});
