import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/format/dates";
import { addWorkingDays, workingDaysBetween } from "../rules";
import { bankHolidaysBetween, bankHolidaysOf, isBankHoliday } from "./rules";

// Butcher's reckoning of Easter and the statute's list, written apart from the source under test.
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}

const iso = (date: Date) => date.toISOString().slice(0, 10);
const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);
const firstMonday = (year: number, month: number) => {
  let date = new Date(Date.UTC(year, month, 1));
  while (date.getUTCDay() !== 1) date = plus(date, 1);
  return date;
};
const lastMonday = (year: number, month: number) => {
  let date = new Date(Date.UTC(year, month + 1, 0));
  while (date.getUTCDay() !== 1) date = plus(date, -1);
  return date;
};

const EARLY_MAY: Record<number, string> = { 2020: "2020-05-08" };
const SPRING: Record<number, string> = { 2002: "2002-06-04", 2012: "2012-06-04", 2022: "2022-06-02" };
const ONCE: Record<number, string[]> = {
  2002: ["2002-06-03"],
  2011: ["2011-04-29"],
  2012: ["2012-06-05"],
  2022: ["2022-06-03", "2022-09-19"],
  2023: ["2023-05-08"],
};

function statutoryHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const days = new Set([iso(plus(easter, -2)), iso(plus(easter, 1))]);
  days.add(EARLY_MAY[year] ?? iso(firstMonday(year, 4)));
  days.add(SPRING[year] ?? iso(lastMonday(year, 4)));
  days.add(iso(lastMonday(year, 7)));
  for (const day of ONCE[year] ?? []) days.add(day);
  for (const [month, date] of [[0, 1], [11, 25], [11, 26]] as const) {
    let day = new Date(Date.UTC(year, month, date));
    while ([0, 6].includes(day.getUTCDay()) || days.has(iso(day))) day = plus(day, 1);
    days.add(iso(day));
  }
  return [...days].sort();
}

describe("England's bank holidays", () => {
  it("are the published ones of 2026", () => {
    expect([...bankHolidaysOf(2026)]).toEqual([
      "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
    ]);
  });

  it("are those of the statute, moved and proclaimed days included, in every year from 2000 to 2040", () => {
    for (let year = 2000; year <= 2040; year += 1) {
      expect([...bankHolidaysOf(year)], String(year)).toEqual(statutoryHolidays(year));
    }
  });

  it("can be sent for a stretch of days", () => {
    expect(bankHolidaysBetween("2026-12-25", "2027-01-01")).toEqual(["2026-12-25", "2026-12-28", "2027-01-01"]);
  });
});

describe("working days from 2000 to 2040", () => {
  const working: string[] = [];
  for (let year = 2000; year <= 2040; year += 1) {
    const off = new Set(statutoryHolidays(year));
    for (let date = new Date(Date.UTC(year, 0, 1)); date.getUTCFullYear() === year; date = plus(date, 1)) {
      if (![0, 6].includes(date.getUTCDay()) && !off.has(iso(date))) working.push(iso(date));
    }
  }

  it("agree with a list made separately, for a thousand steps of up to sixty working days", () => {
    let seed = 20261118;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const span = daysBetween("2000-01-01", "2040-08-01");
    for (let turn = 0; turn < 1000; turn += 1) {
      const from = addDays("2000-01-01", next(span));
      const count = 1 + next(60);
      const after = working.findIndex((day) => day > from);
      const expected = working[after + count - 1] ?? "";
      expect(addWorkingDays(from, count, isBankHoliday), `${count} after ${from}`).toBe(expected);
      expect(workingDaysBetween(from, expected, isBankHoliday)).toBe(count);
    }
  });
});
