import { describe, expect, it } from "vitest";
import { mayOpenAgain, reopensUntil } from "../../clocks/rules";
import { approvalNeededFor, type ClosureFacts, closureNeedsOf } from "./rules";

const ready: ClosureFacts = {
  isAssessed: true, openActions: 0, victims: [{ view: "agrees", closingRag: "green" }], closingRagWithoutVictims: null,
  rag: "green", wasRed: false, liveTriggers: 0, isHateQueryOpen: false,
};
const needs = (more: Partial<ClosureFacts>) => closureNeedsOf({ ...ready, ...more });

describe("what closing needs", () => {
  it("is nothing once all is done", () => {
    expect(needs({})).toEqual([]);
    expect(needs({ victims: [], closingRagWithoutVictims: "amber", rag: "amber" })).toEqual([]);
  });

  it("is an assessment before anything else", () => {
    expect(needs({ isAssessed: false, openActions: 4 })).toEqual(["not-assessed"]);
  });

  it("is every action ended, no trigger live and no question of hate open", () => {
    expect(needs({ openActions: 1 })).toEqual(["open-actions"]);
    expect(needs({ liveTriggers: 1, rag: "red" })).toEqual(["trigger-live"]);
    expect(needs({ isHateQueryOpen: true })).toEqual(["hate-query-open"]);
  });

  it("is a closing assessment of every victim, and none that is red", () => {
    expect(needs({ victims: [{ view: "agrees", closingRag: "green" }, { view: "agrees", closingRag: null }] })).toEqual(["closing-assessment"]);
    expect(needs({ victims: [{ view: "agrees", closingRag: "red" }], rag: "red" })).toEqual(["assessment-red"]);
    expect(needs({ victims: [], closingRagWithoutVictims: null })).toEqual(["closing-assessment"]);
  });

  it("is a case that is not red for something else", () => {
    expect(needs({ rag: "red" })).toEqual(["still-red"]);
  });

  it("is what each victim says of it", () => {
    expect(needs({ victims: [{ view: null, closingRag: "green" }] })).toEqual(["view-missing"]);
    expect(needs({ victims: [{ view: "not_reached", closingRag: "green" }] })).toEqual([]);
  });
});

describe("approval", () => {
  it("is called for where a victim does not want it closed, or it was red", () => {
    expect(approvalNeededFor(ready)).toEqual([]);
    expect(approvalNeededFor({ victims: [{ view: "disagrees", closingRag: "green" }], wasRed: true })).toEqual(["disagrees", "was_red"]);
  });
});

describe("opening again", () => {
  it("may be to the end of the 28th day in London, over the end of summer time", () => {
    const closedAt = new Date("2026-10-20T14:00:00Z");
    expect(reopensUntil(closedAt).toISOString()).toBe("2026-11-18T00:00:00.000Z");
    expect(mayOpenAgain(closedAt, new Date("2026-11-17T23:59:59Z"))).toBe(true);
    expect(mayOpenAgain(closedAt, new Date("2026-11-18T00:00:00Z"))).toBe(false);
    expect(mayOpenAgain(null, new Date())).toBe(false);
  });
});
