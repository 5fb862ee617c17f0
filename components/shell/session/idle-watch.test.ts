import { describe, expect, it } from "vitest";
import { idleState, leftWords, LOCK_AFTER, WARN_AFTER } from "./idle-watch";

describe("idleState", () => {
  it("warns two minutes before it locks", () => {
    expect(idleState(0, WARN_AFTER - 1)).toEqual({ state: "active" });
    expect(idleState(0, WARN_AFTER)).toEqual({ state: "warning", secondsLeft: 120 });
    expect(idleState(0, LOCK_AFTER - 1)).toEqual({ state: "warning", secondsLeft: 1 });
    expect(idleState(0, LOCK_AFTER)).toEqual({ state: "over" });
  });

  it("is over after a long sleep, without ever having warned", () => {
    expect(idleState(0, 60 * 60_000)).toEqual({ state: "over" });
  });
});

describe("leftWords", () => {
  it("changes four times, not every second", () => {
    const said = new Set(Array.from({ length: 120 }, (_, second) => leftWords(120 - second)));
    expect([...said]).toEqual(["2 minutes", "1 minute", "30 seconds", "a few seconds"]);
  });
});
