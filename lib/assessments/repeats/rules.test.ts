import { describe, expect, it } from "vitest";
import { distinctEvents, repeatCount } from "./rules";

const report = (id: string, given: { same?: string; place?: string; people?: string[] } = {}) =>
  ({ id, sameEventAsId: given.same ?? null, placeId: given.place ?? "home", personIds: given.people ?? ["k"] });

describe("repeats", () => {
  it("counts reports of one event once, whichever of them is named", () => {
    expect(distinctEvents([report("a"), report("b", { same: "a" }), report("c", { same: "a" }), report("d")])).toBe(2);
  });

  it("counts for the person and for the place apart, and takes the higher", () => {
    const reports = [report("a"), report("b", { people: ["m"] }), report("c", { people: ["m"], place: "park" }), report("d", { people: [] })];
    expect(repeatCount(reports, { personId: "k", placeIds: ["home"] })).toBe(3);
    expect(repeatCount(reports, { personId: "m", placeIds: ["park"] })).toBe(2);
    expect(repeatCount(reports, { personId: null, placeIds: [] })).toBe(0);
  });
});
