import { addDays, londonClock, londonDay, londonInstant, type Day } from "../../../lib/format/dates";
import { isBankHoliday } from "../../../lib/clocks/holidays/rules";
import { isWorkingDay } from "../../../lib/clocks/rules";
import type { PrismaClient } from "../../../lib/platform/generated/client";

export type Door = { member: string };
export type PlaceFound = { id: string; line: string; town: string; wardName: string; kind: string };

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The county has no ${what}`);
  return value;
}

/** The county as it stands when its casework is told: who is who, what is where, and what day it is. */
export class County {
  private constructor(
    readonly db: PrismaClient,
    /** The true time when the telling began. */
    readonly now: Date,
    private readonly members: Map<string, { id: string; agencyId: string }>,
    private readonly agencies: Map<string, string>,
    private readonly areas: Map<string, string>,
    private readonly places: Map<string, PlaceFound[]>,
  ) {}

  static async open(db: PrismaClient): Promise<County> {
    const [{ now } = { now: new Date() }] = await db.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`;
    const members = await db.member.findMany({ select: { id: true, name: true, agencyId: true } });
    const agencies = await db.agency.findMany({ select: { id: true, code: true } });
    const areas = await db.area.findMany({ select: { id: true, code: true } });
    const rows = await db.place.findMany({ where: { agencyId: null }, orderBy: { uprn: "asc" }, select: { id: true, line: true, town: true, wardName: true, kind: true, areaId: true } });
    const places = new Map(areas.map(({ id, code }) => [code, rows.filter(({ areaId }) => areaId === id)]));
    return new County(db, now, new Map(members.map((row) => [row.name, row])), new Map(agencies.map(({ id, code }) => [code, id])), new Map(areas.map(({ id, code }) => [code, id])), places);
  }

  get today(): Day {
    return londonDay(this.now);
  }

  /** The door by which a member acts. */
  as(name: string): Door {
    return { member: found(this.members.get(name), name).id };
  }

  agency(code: string): string {
    return found(this.agencies.get(code), code);
  }

  agencyOf(name: string): string {
    return found(this.members.get(name), name).agencyId;
  }

  area(code: string): string {
    return found(this.areas.get(code), code);
  }

  place(area: string, line: string): PlaceFound {
    return found(this.places.get(area)?.find((place) => place.line === line), `${line}, ${area}`);
  }

  addresses(area: string): PlaceFound[] {
    return this.places.get(area)!.filter(({ kind }) => kind === "address");
  }

  openPlaces(area: string): PlaceFound[] {
    return this.places.get(area)!.filter(({ kind }) => kind !== "address");
  }

  /** So many days ago at a time in London. Never later than a minute before the telling began. */
  daysAgo(days: number, time: string): Date {
    return this.notAfterNow(londonInstant(addDays(this.today, -days), time));
  }

  /** As daysAgo, on that day or the working day before it. */
  workdayAgo(days: number, time: string): Date {
    let day = addDays(this.today, -days);
    while (!isWorkingDay(day, isBankHoliday)) day = addDays(day, -1);
    return this.notAfterNow(londonInstant(day, time));
  }

  hoursAgo(hours: number): Date {
    return new Date(this.now.getTime() - hours * 3_600_000);
  }

  /** So many days from today at a time in London. */
  inDays(days: number, time: string): Date {
    return londonInstant(addDays(this.today, days), time);
  }

  /** As inDays, on that day or the working day after it. */
  workdayIn(days: number, time: string): Date {
    let day = addDays(this.today, days);
    while (!isWorkingDay(day, isBankHoliday)) day = addDays(day, 1);
    return londonInstant(day, time);
  }

  dayIn(days: number): Day {
    return addDays(this.today, days);
  }

  private notAfterNow(instant: Date): Date {
    return new Date(Math.min(instant.getTime(), this.now.getTime() - 60_000));
  }
}

/** A moment so many hours after another, at the same pace as the true clock. */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/** The first working day at least so many days after a moment, at a time in London. */
export function workdayAfter(instant: Date, days: number, time: string): Date {
  let day = addDays(londonDay(instant), days);
  while (!isWorkingDay(day, isBankHoliday)) day = addDays(day, 1);
  return londonInstant(day, time);
}

/** The time of day in London, as "16:40". */
export function clockOf(instant: Date): string {
  const { hour, minute } = londonClock(instant);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
