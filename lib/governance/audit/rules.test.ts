import { describe, expect, it } from "vitest";
import { bounds, monthsToChoose, pageOf, pageSize, placeOf } from "./rules";

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
