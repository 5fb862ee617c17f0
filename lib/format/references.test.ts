import { describe, expect, it } from "vitest";
import { caseReference, parseCaseReference, parseReportReference, reportReference } from "./references";

const fenland = { area: "FEN", year: 2026, number: 123 };

describe("a case's reference", () => {
  it("is written one way", () => {
    expect(caseReference(fenland)).toBe("FEN-2026-00123");
    expect(caseReference({ ...fenland, number: 123456 })).toBe("FEN-2026-123456");
  });

  it.each(["FEN-2026-00123", "fen-2026-123", " FEN 2026 00123 ", "fen/2026/123", "FEN2026-00123", "FEN–2026–00123"])(
    "is read from %j",
    (typed) => {
      expect(parseCaseReference(typed)).toEqual(fenland);
    },
  );

  it.each(["", "FEN-2026", "FEN-2026-0", "FENN-2026-1", "FE-2026-1", "R-FEN-2026-00123", "FEN-26-123", "FEN-2026-1x"])(
    "is not %j",
    (typed) => {
      expect(parseCaseReference(typed)).toBeNull();
    },
  );

  it("is never made of what could not be read back", () => {
    expect(() => caseReference({ ...fenland, number: 0 })).toThrow(RangeError);
    expect(() => caseReference({ ...fenland, area: "fen" })).toThrow(RangeError);
  });
});

it("keeps a report's reference apart from a case's", () => {
  expect(reportReference(fenland)).toBe("R-FEN-2026-00123");
  expect(parseReportReference("r fen 2026 123")).toEqual(fenland);
  expect(parseReportReference("FEN-2026-00123")).toBeNull();
});
