import { describe, expect, it } from "vitest";
import {
  addDays, addMonths, dayAndTime, dayFrom, daysBetween, endOfLondonDay, happenedWords, isDay, logTime, londonClock, londonDay,
  londonInstant, longDay, longDayAndTime, nearDayAndTime, shortDay, startOfLondonDay, timeOfDay, weekdayAndDay,
  weekdayOf,
} from "./dates";

const utc = (words: string) => new Date(words);

describe("days", () => {
  it("knows the days that exist", () => {
    expect(["2026-11-18", "2028-02-29", "1899-12-31"].map(isDay)).toEqual([true, true, true]);
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "18/11/2026", "", "9999-01-01"].some(isDay)).toBe(false);
    expect(dayFrom(2026, 2, 29)).toBeNull();
    expect(dayFrom(26, 1, 1)).toBeNull();
    expect(dayFrom(2026, 4, 9)).toBe("2026-04-09");
  });

  it("counts over leap days, clock changes and year ends", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-18", "2026-11-16")).toBe(-2);
    expect(weekdayOf("2026-11-18")).toBe(3);
  });

  it("counts months to a day that exists", () => {
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
    expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
  });

  it("refuses to count from what is no day", () => {
    expect(() => addDays("18/11/2026", 1)).toThrow(RangeError);
    expect(() => addMonths("2026-02-30", 1)).toThrow(RangeError);
    expect(() => londonInstant("2026-11-18", "25:00")).toThrow(RangeError);
    expect(() => londonInstant("2026-11-18", "24:01")).toThrow(RangeError);
  });
});

describe("London", () => {
  it("reads a moment on London's clocks, winter and summer", () => {
    expect(londonClock(utc("2026-11-16T16:40:05Z")))
      .toEqual({ year: 2026, month: 11, date: 16, weekday: 1, hour: 16, minute: 40, second: 5 });
    expect(timeOfDay("2026-07-01T16:40:00Z")).toBe("17:40");
    expect(londonDay(utc("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
    expect(londonDay(utc("2026-12-31T23:59:59Z"))).toBe("2026-12-31");
  });

  it("reads a date column, which arrives as midnight UTC, as its own day all year", () => {
    for (const day of ["2026-01-01", "2026-03-29", "2026-07-01", "2026-10-25"]) {
      expect(londonDay(utc(`${day}T00:00:00Z`))).toBe(day);
    }
  });

  it("bounds a day that has 23 hours and one that has 25", () => {
    expect(startOfLondonDay("2026-03-29")).toEqual(utc("2026-03-29T00:00:00Z"));
    expect(endOfLondonDay("2026-03-29")).toEqual(utc("2026-03-29T23:00:00Z"));
    expect(startOfLondonDay("2026-10-25")).toEqual(utc("2026-10-24T23:00:00Z"));
    expect(endOfLondonDay("2026-10-25")).toEqual(utc("2026-10-26T00:00:00Z"));
    expect(londonInstant("2026-10-25", "24:00")).toEqual(endOfLondonDay("2026-10-25"));
  });

  it("turns a time on the clock into a moment, and back", () => {
    expect(londonInstant("2026-11-18", "17:00")).toEqual(utc("2026-11-18T17:00:00Z"));
    expect(londonInstant("2026-07-01", "17:00")).toEqual(utc("2026-07-01T16:00:00Z"));
    for (let day = "2026-01-01"; day < "2027-01-01"; day = addDays(day, 1)) {
      const moment = londonInstant(day, "17:00");
      expect([londonDay(moment), timeOfDay(moment)]).toEqual([day, "17:00"]);
    }
  });

  it("takes the first of an hour that happens twice, and moves on from one that is skipped", () => {
    expect(londonInstant("2026-10-25", "01:30")).toEqual(utc("2026-10-25T00:30:00Z"));
    expect(londonInstant("2026-03-29", "01:30")).toEqual(utc("2026-03-29T01:30:00Z"));
    expect(timeOfDay(londonInstant("2026-03-29", "01:30"))).toBe("02:30");
  });
});

describe("words for a moment", () => {
  const now = utc("2026-11-18T09:12:00Z");

  it("says no hour where only the day was known", () => {
    expect(happenedWords("2026-11-16T16:40:00Z", null, now)).toBe("Mon 16 Nov 16:40");
    expect(happenedWords("2026-11-16T00:00:00Z", null, now)).toBe("Mon 16 Nov");
    expect(happenedWords("2026-11-18T00:00:00Z", now, now)).toBe("Wed 18 Nov, by 09:12");
    expect(happenedWords("2026-11-17T00:00:00Z", "2026-11-18T06:00:00Z", now)).toBe("Tue 17 Nov to Wed 18 Nov 06:00");
    // In summer time a day begins at 23:00 UTC.
    expect(happenedWords("2026-07-16T23:00:00Z", null, now)).toBe("Fri 17 Jul");
  });

  it("shows a moment", () => {
    const monday = utc("2026-11-16T16:40:00Z");
    expect(dayAndTime(monday, now)).toBe("Mon 16 Nov 16:40");
    expect(dayAndTime("2025-11-16T16:40:00Z", now)).toBe("Sun 16 Nov 2025 16:40");
    expect(longDay(monday)).toBe("16 November 2026");
    expect(longDayAndTime(monday)).toBe("16 November 2026 at 16:40");
    expect(weekdayAndDay(now)).toBe("Wednesday 18 November");
    expect(shortDay("2026-11-30", now)).toBe("Mon 30 Nov");
    expect(shortDay("2026-09-02", now)).toBe("Wed 2 Sep");
    expect(shortDay("2027-02-04", now)).toBe("Thu 4 Feb 2027");
  });

  it("shows the day it was in London, not the day it was in UTC", () => {
    expect(longDay("2026-06-30T23:30:00Z")).toBe("1 July 2026");
    expect(dayAndTime("2026-03-29T00:59:00Z", now)).toBe("Sun 29 Mar 00:59");
    expect(dayAndTime("2026-03-29T01:00:00Z", now)).toBe("Sun 29 Mar 02:00");
    expect(dayAndTime("2026-10-25T00:30:00Z", now)).toBe("Sun 25 Oct 01:30");
    expect(dayAndTime("2026-10-25T01:30:00Z", now)).toBe("Sun 25 Oct 01:30");
  });

  it("shows a moment in the margin of a log", () => {
    expect(logTime("2026-11-18T08:51:00Z", now)).toBe("08:51");
    expect(logTime("2026-11-17T15:20:00Z", now)).toBe("Tue 15:20");
    expect(logTime("2026-11-12T16:44:00Z", now)).toBe("Thu 16:44");
    expect(logTime("2026-11-11T16:44:00Z", now)).toBe("11 Nov 16:44");
    expect(logTime("2011-03-28T09:05:00Z", now)).toBe("28 Mar 2011 10:05");
  });

  it("shows a moment by its nearness", () => {
    expect(nearDayAndTime("2026-11-17T17:05:00Z", now)).toBe("yesterday 17:05");
    expect(nearDayAndTime("2026-11-18T16:51:00Z", now)).toBe("today 16:51");
    expect(nearDayAndTime("2026-11-19T10:00:00Z", now)).toBe("tomorrow 10:00");
    expect(nearDayAndTime("2026-11-16T17:05:00Z", now)).toBe("Mon 16 Nov 17:05");
  });
});
