import { expect, it } from "vitest";
import { cursorFrom, cursorWords } from "./rules";
import { listCasesInput } from "./schema";

const id = "5f0c8a52-1a1e-4f64-9a5e-1c7d6f1f0a01";

it.each([{ rank: 0, due: new Date("2026-11-22T14:00:00.123Z"), id }, { rank: 3, due: null, id }])("a cursor is read as it was written", (cursor) => {
  const after = cursorWords(cursor);
  expect(listCasesInput.parse({ after })).toEqual({ after });
  expect(cursorFrom(after)).toEqual(cursor);
});

it.each(["4.x." + id, "0.soon." + id, "0.x.'; --", "0.1.2.3"])("%j is no cursor", (after) => {
  expect(listCasesInput.safeParse({ after }).success).toBe(false);
});
