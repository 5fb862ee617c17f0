import { describe, expect, it } from "vitest";
import { bankHolidaysOf, isBankHoliday } from "@/lib/clocks/holidays/rules";
import { addWorkingDays, dueAt, isWorkingDay, workingDaysBetween } from "@/lib/clocks/rules";
import { Chance } from "../access/random";

/** Days counted from 1 January 1970, apart from any calendar of the code under test. */
const number = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / 86_400_000;
const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** Sunday is 0; 1 January 1970 was a Thursday. */
const weekday = (day: number) => (((day + 4) % 7) + 7) % 7;
const nextOn = (wanted: number, day: number) => day + ((wanted - weekday(day) + 7) % 7);
const lastOn = (wanted: number, day: number) => day - ((weekday(day) - wanted + 7) % 7);

/** Easter Sunday by the church's tables. */
function easter(year: number): number {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leaps = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leaps - 10;
  let epact = (((11 * golden + 20 + moon - leaps) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let full = 44 - epact;
  if (full < 21) full += 30;
  return number(year, 3, 1) - 1 + full + 7 - ((sunday + full) % 7);
}

/** What proclamation moved or added, as the government's notices gave it. */
const spring: Record<number, string> = { 2002: "2002-06-04", 2012: "2012-06-04", 2022: "2022-06-02" };
const extra: Record<number, string[]> = { 2002: ["2002-06-03"], 2011: ["2011-04-29"], 2012: ["2012-06-05"], 2022: ["2022-06-03", "2022-09-19"], 2023: ["2023-05-08"] };
const may: Record<number, string> = { 2020: "2020-05-08" };

function holidays(year: number): string[] {
  const newYear = number(year, 1, 1);
  const christmas = number(year, 12, 25);
  // Days after 25 December, by its weekday from Sunday on: the two that are off.
  const off = [[1, 2], [0, 1], [0, 1], [0, 1], [0, 1], [0, 3], [2, 3]][weekday(christmas)]!;
  const sunday = easter(year);
  return [
    ...[newYear + ([1, 0, 0, 0, 0, 0, 2][weekday(newYear)] ?? 0), ...off.map((days) => christmas + days), sunday - 2, sunday + 1, lastOn(1, number(year, 8, 31))].map(text),
    may[year] ?? text(nextOn(1, number(year, 5, 1))),
    spring[year] ?? text(lastOn(1, number(year, 5, 31))),
    ...(extra[year] ?? []),
  ].sort();
}

const years = Array.from({ length: 41 }, (_, at) => 2000 + at);
const known = new Set(years.flatMap(holidays));
const isWork = (day: number) => ![0, 6].includes(weekday(day)) && !known.has(text(day));
const first = number(2000, 1, 1);
const last = number(2040, 12, 31);

describe("England's bank holidays from 2000 to 2040", () => {
  it.each(years)("are those of %i", (year) => {
    expect([...bankHolidaysOf(year)].sort()).toEqual(holidays(year));
  });
});

describe("working days from 2000 to 2040", () => {
  it("are every day that is neither a weekend nor a holiday", () => {
    const wrong = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((day) => isWorkingDay(text(day), isBankHoliday) !== isWork(day));
    expect(wrong.map(text)).toEqual([]);
  });

  it("are counted forward from every day, by one to twenty", () => {
    const wrong: string[] = [];
    for (let day = first; day < last - 60; day += 1) {
      const count = (day % 20) + 1;
      let expected = day;
      for (let left = count; left > 0; left -= isWork(expected) ? 1 : 0) expected += 1;
      if (addWorkingDays(text(day), count, isBankHoliday) !== text(expected)) wrong.push(`${text(day)} and ${count}`);
      if (workingDaysBetween(text(day), text(expected), isBankHoliday) !== count) wrong.push(`between ${text(day)} and ${text(expected)}`);
    }
    expect(wrong).toEqual([]);
  });

  it("end at five in the afternoon in London, summer and winter, whenever in the day they began", () => {
    const chance = new Chance(17);
    // Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
    const isSummer = (at: number) => {
      const year = new Date(at).getUTCFullYear();
      return at >= lastOn(0, number(year, 3, 31)) * 86_400_000 + 3_600_000 && at < lastOn(0, number(year, 10, 31)) * 86_400_000 + 3_600_000;
    };
    const wrong: string[] = [];
    for (let round = 0; round < 20_000; round += 1) {
      const at = (first + 3 + chance.below(last - first - 80)) * 86_400_000 + chance.below(1440) * 60_000;
      const count = 1 + chance.below(20);
      const began = Math.floor((at + (isSummer(at) ? 3_600_000 : 0)) / 86_400_000);
      let day = began;
      for (let left = count; left > 0; left -= isWork(day) ? 1 : 0) day += 1;
      const five = day * 86_400_000 + 17 * 3_600_000;
      const expected = isSummer(five) ? five - 3_600_000 : five;
      if (dueAt({ workingDays: count }, new Date(at), isBankHoliday).getTime() !== expected) wrong.push(`${new Date(at).toISOString()} and ${count}`);
      const plain = (began + count) * 86_400_000 + 17 * 3_600_000;
      if (dueAt({ days: count }, new Date(at), isBankHoliday).getTime() !== (isSummer(plain) ? plain - 3_600_000 : plain)) wrong.push(`${new Date(at).toISOString()} and ${count} days`);
      if (dueAt({ hours: count }, new Date(at), isBankHoliday).getTime() !== at + count * 3_600_000) wrong.push(`${new Date(at).toISOString()} and ${count} hours`);
    }
    expect(wrong).toEqual([]);
  });
});
