import Holidays from "date-holidays";
import { addDays, type Day } from "@/lib/format/dates";
import { isWorkingDay } from "../rules";

// The package carries the world's calendars: import this on the server only, and send a browser the few days it needs.
const england = new Holidays("GB", "ENG");

// Proclaimed for one year only, and missing from the package.
const corrections: Record<number, { add: Day[]; drop: Day[] }> = {
  2002: { add: ["2002-06-03", "2002-06-04"], drop: ["2002-05-27"] },
  2011: { add: ["2011-04-29"], drop: [] },
  2012: { add: ["2012-06-04", "2012-06-05"], drop: ["2012-05-28"] },
};

const known = new Map<number, ReadonlySet<Day>>();

/** The bank holidays of England in a year: Mondays to Fridays, with substitute days for those that fall on a weekend. */
export function bankHolidaysOf(year: number): ReadonlySet<Day> {
  const found = known.get(year);
  if (found) return found;
  const { add, drop } = corrections[year] ?? { add: [], drop: [] };
  const listed = england.getHolidays(year)
    .filter((holiday) => holiday.type === "public" || holiday.type === "bank")
    .map((holiday) => holiday.date.slice(0, 10));
  const days = new Set([...listed, ...add]
    .filter((day) => !drop.includes(day) && isWorkingDay(day, () => false))
    .sort());
  known.set(year, days);
  return days;
}

/** Whether a day is a bank holiday in England. */
export function isBankHoliday(day: Day): boolean {
  return bankHolidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The bank holidays from one day to another, both with them: what a browser needs to count working days near now. */
export function bankHolidaysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isBankHoliday(day)) days.push(day);
  }
  return days;
}
