import { describe, expect, it } from "vitest";
import { ragSteps } from "./rag-steps";

const size = { width: 108, height: 24, inset: 4 };

describe("ragSteps", () => {
  it("holds each colour until the next and the last until now", () => {
    const line = ragSteps([{ at: "2026-11-01T00:00:00Z", rag: "amber" }, { at: "2026-11-06T00:00:00Z", rag: "red" }], "2026-11-11T00:00:00Z", size);
    expect(line.path).toBe("M4 12H54V4H104");
  });

  it("puts the history in order first", () => {
    const line = ragSteps([{ at: "2026-11-06T00:00:00Z", rag: "red" }, { at: "2026-11-01T00:00:00Z", rag: "green" }], "2026-11-11T00:00:00Z", size);
    expect(line.points.map((point) => point.rag)).toEqual(["green", "red"]);
  });

  it("stays inside its box when everything happened at once", () => {
    const at = "2026-11-01T00:00:00Z";
    const line = ragSteps([{ at, rag: "green" }, { at, rag: "red" }], at, size);
    for (const point of line.points) expect(point.x).toBeLessThanOrEqual(104);
  });

  it("draws nothing for no history", () => {
    expect(ragSteps([], "2026-11-11T00:00:00Z", size)).toEqual({ path: "", points: [] });
  });
});
