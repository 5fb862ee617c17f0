import { expect, test } from "vitest";
import { byWorstClock, changeWords, worstClock } from "./rules";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

test("the worst clock is the one that runs out first", () => {
  expect(worstClock([{ what: "review", at: at(20) }, null, { what: "contact", at: at(18) }])).toEqual({ what: "contact", at: at(18) });
  expect(worstClock([null, null])).toBeNull();
});

test("an agenda starts with cases that have no clock, then the worst", () => {
  const items = [
    { reference: "FEN-2026-00003", worst: { what: "review", at: at(20) } },
    { reference: "FEN-2026-00001", worst: { what: "contact", at: at(17) } },
    { reference: "FEN-2026-00002", worst: null },
  ];
  expect([...items].sort(byWorstClock).map((item) => item.reference)).toEqual(["FEN-2026-00002", "FEN-2026-00001", "FEN-2026-00003"]);
});

test("changes are counted by kind, in the field's words", () => {
  expect(changeWords(["contact", "report_linked", "contact", "state"])).toEqual(["2 contacts", "1 new report"]);
});
