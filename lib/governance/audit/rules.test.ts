import { describe, expect, it } from "vitest";
import { bounds, mondayOf, monthsToChoose, pageOf, pageSize, placeOf, spanWords, weekBounds, weeksToChoose, weekWords } from "./rules";

const at = (moment: number) => ({ at: new Date(moment) });

describe("pageOf", () => {
  it("ends where nothing is left", () => {
    expect(pageOf(Array.from({ length: pageSize }, () => at(5)), placeOf(undefined)).next).toBeNull();
  });

  it("counts the lines of one moment, over pages too, so that none is skipped or told twice", () => {
    const everything = Array.from({ length: pageSize * 3 + 7 }, (_none, index) => ({ ...at(index < 20 ? 9 : 7), index }));
    const told: number[] = [];
    let after: string | undefined;
    do {
      const place = placeOf(after);
      const found = everything.filter((line) => !place.upto || line.at <= place.upto).slice(place.skip, place.skip + pageSize + 1);
      const page = pageOf(found, place);
      told.push(...page.lines.map(({ index }) => index));
      after = page.next ?? undefined;
    } while (after);
    expect(told).toEqual(everything.map(({ index }) => index));
  });
});

describe("a month", () => {
  it("begins and ends by London's clocks", () => {
    expect(bounds("2026-03")).toEqual({ since: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-03-31T23:00:00Z") });
  });

  it("is chosen from this one back", () => {
    expect(monthsToChoose(new Date("2026-03-31T23:30:00Z")).slice(0, 2)).toEqual([{ value: "2026-04", label: "April 2026" }, { value: "2026-03", label: "March 2026" }]);
  });
});

describe("a week", () => {
  it("begins on Monday and ends by London's clocks, an hour longer where they go back", () => {
    expect(["2026-11-16", "2026-11-22", "2026-11-23"].map(mondayOf)).toEqual(["2026-11-16", "2026-11-16", "2026-11-23"]);
    expect(weekBounds("2026-10-19")).toEqual({ since: new Date("2026-10-18T23:00:00Z"), until: new Date("2026-10-26T00:00:00Z") });
  });

  it("is said with the months and years that it has", () => {
    expect(["2026-11-16", "2026-11-30", "2026-12-28"].map(weekWords)).toEqual(["16 to 22 November 2026", "30 November to 6 December 2026", "28 December 2026 to 3 January 2027"]);
  });

  it("is chosen from this one back", () => {
    expect(weeksToChoose(new Date("2026-03-29T23:30:00Z")).slice(0, 2).map(({ value }) => value)).toEqual(["2026-03-30", "2026-03-23"]);
  });

  it("holds looks of one moment, of one day, or of several", () => {
    const now = new Date("2026-11-18T12:00:00Z");
    const moments = (first: string, last: string) => spanWords(new Date(first), new Date(last), now);
    expect(moments("2026-11-16T10:00:00Z", "2026-11-16T10:00:20Z")).not.toContain(" to ");
    expect(moments("2026-11-16T10:00:00Z", "2026-11-16T10:04:00Z")).toMatch(/10:00 to 10:04$/);
    expect(moments("2026-11-16T10:00:00Z", "2026-11-17T10:04:00Z")).toMatch(/16 Nov 10:00 to .*17 Nov 10:04$/);
  });
});
