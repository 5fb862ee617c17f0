import { describe, expect, it } from "vitest";
import { parseDay, parseTime } from "./typed-dates";

const today = "2026-11-18";

describe("a day as people type it", () => {
  it.each([
    ["18/11/2026", "2026-11-18"],
    ["18 11 2026", "2026-11-18"],
    ["1.2.2026", "2026-02-01"],
    ["01-02-2026", "2026-02-01"],
    [" 18 Nov 2026 ", "2026-11-18"],
    ["18th November 2026", "2026-11-18"],
    ["3 sept 1944", "1944-09-03"],
    ["2026-11-18", "2026-11-18"],
    ["29/02/2028", "2028-02-29"],
    ["3/4/85", "1985-04-03"],
    ["3/4/26", "2026-04-03"],
    ["3/4/27", "1927-04-03"],
  ])("reads %j", (typed, day) => {
    expect(parseDay(typed, today)).toBe(day);
  });

  it.each(["", "18/11", "31/04/2026", "29/02/2026", "13 13 2026", "11/18/2026", "18 Nob 2026", "18/11/226", "soon", "2026-02-30"])(
    "refuses %j",
    (typed) => {
      expect(parseDay(typed, today)).toBeNull();
    },
  );
});

describe("a time as people type it", () => {
  it.each([
    ["16:40", "16:40"],
    ["16.40", "16:40"],
    ["1640", "16:40"],
    ["930", "09:30"],
    ["4:40pm", "16:40"],
    ["4 pm", "16:00"],
    ["12 a.m.", "00:00"],
    ["12pm", "12:00"],
    ["00:05", "00:05"],
  ])("reads %j", (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each(["", "4", "24:00", "16:60", "13pm", "0am", "noon", "16:40m", "16:4"])("refuses %j", (typed) => {
    expect(parseTime(typed)).toBeNull();
  });
});
