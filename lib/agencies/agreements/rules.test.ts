import { describe, expect, it } from "vitest";
import { endWarning, stateOn } from "./rules";

describe("endWarning", () => {
  it("warns 60, 30 and 7 days before the last day, and on it", () => {
    expect(endWarning("2026-11-01", "2026-12-31")).toBe(60);
    expect(endWarning("2026-10-31", "2026-12-31")).toBeNull();
    expect(endWarning("2026-12-01", "2026-12-31")).toBe(30);
    expect(endWarning("2026-12-24", "2026-12-31")).toBe(7);
    expect(endWarning("2026-12-31", "2026-12-31")).toBe(7);
    expect(endWarning("2027-01-01", "2026-12-31")).toBeNull();
  });
});

describe("stateOn", () => {
  const dated = { startsOn: "2026-01-01", endsOn: "2026-12-31", isActive: true, isWithdrawn: false };
  it("is live through its last day and ended the day after", () => {
    expect(stateOn("2026-06-01", dated)).toMatchObject({ code: "live", warning: "" });
    expect(stateOn("2026-12-31", dated)).toMatchObject({ code: "live", warning: "Ends tonight at midnight. Access stops by itself" });
    expect(stateOn("2027-01-01", dated).code).toBe("ended");
  });
  it("says what was withdrawn, what is only proposed, and what begins later", () => {
    expect(stateOn("2026-06-01", { ...dated, isWithdrawn: true }).code).toBe("withdrawn");
    expect(stateOn("2026-06-01", { ...dated, isActive: false }).code).toBe("proposed");
    expect(stateOn("2025-06-01", dated).code).toBe("to-come");
  });
});
