import { describe, expect, it } from "vitest";
import { mayFinish, stateAt } from "./rules";

const at = (words: string) => new Date(words);
const published = (effectiveFrom: string, retiredAt: string | null = null) => ({ status: "published", effectiveFrom: at(effectiveFrom), retiredAt: retiredAt ? at(retiredAt) : null });
const now = at("2026-11-23T09:00:00Z");

describe("where a version stands", () => {
  it("follows from its beginning and its end", () => {
    expect(stateAt({ status: "draft", effectiveFrom: null, retiredAt: null }, now)).toBe("draft");
    expect(stateAt({ status: "waiting", effectiveFrom: at("2026-12-01T00:00:00Z"), retiredAt: null }, now)).toBe("waiting");
    expect(stateAt(published("2026-11-23T09:00:00Z"), now)).toBe("in_force");
    expect(stateAt(published("2026-11-23T09:00:01Z"), now)).toBe("planned");
    expect(stateAt(published("2020-01-01", "2026-11-23T09:00:01Z"), now)).toBe("in_force");
    expect(stateAt(published("2020-01-01", "2026-11-23T09:00:00Z"), now)).toBe("retired");
    expect(stateAt(published("2026-12-01", "2026-12-01"), now)).toBe("called_off");
    expect(stateAt(published("2026-12-01", "2026-12-01"), at("2026-12-02"))).toBe("called_off");
  });
});

describe("a form that was begun with a version", () => {
  it("may be finished with it for a day after its end, and never with one that was not in force", () => {
    expect(mayFinish(published("2020-01-01"), now)).toBe(true);
    expect(mayFinish(published("2020-01-01", "2026-11-22T09:00:00Z"), now)).toBe(true);
    expect(mayFinish(published("2020-01-01", "2026-11-22T08:59:59Z"), now)).toBe(false);
    expect(mayFinish(published("2026-11-23T10:00:00Z"), now)).toBe(false);
    expect(mayFinish(published("2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z"), now)).toBe(false);
    expect(mayFinish({ status: "draft", effectiveFrom: null, retiredAt: null }, now)).toBe(false);
  });
});
