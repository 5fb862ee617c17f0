import { addDays, londonDay, type Day } from "../../../lib/format/dates";
import type { County } from "./county";

const leastMinutes = 6;

/** The moments of one story: each the day and time asked for, but always later than the one before, and never later than now. */
export class Pace {
  private last = new Date(0);

  constructor(private readonly county: County) {}

  /** That many days ago, or the working day before, at a time in London. */
  workday(daysAgo: number, time: string): Date {
    return this.on(this.county.workdayAgo(daysAgo, time));
  }

  day(daysAgo: number, time: string): Date {
    return this.on(this.county.daysAgo(daysAgo, time));
  }

  hoursAgo(hours: number): Date {
    return this.on(this.county.hoursAgo(hours));
  }

  /** So many minutes after the last moment. */
  minutesLater(minutes: number): Date {
    return this.on(new Date(this.last.getTime() + minutes * 60_000));
  }

  /** The day so many days before the last moment: for what has happened by then, whatever days of the week lie between. */
  dayBefore(days: number): Day {
    return addDays(londonDay(this.last), -days);
  }

  on(wanted: Date): Date {
    const next = Math.max(wanted.getTime(), this.last.getTime() + leastMinutes * 60_000);
    const latest = Math.max(this.last.getTime(), this.county.now.getTime() - 30_000);
    this.last = new Date(Math.min(next, latest));
    return this.last;
  }
}
