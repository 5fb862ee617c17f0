import { describe, expect, it } from "vitest";
import { standardsFrom } from "@/lib/clocks/rules";
import { mayBeSameEvent, openingOf, triageDueAt, type Happening } from "./rules";

const standards = standardsFrom([
  { rag: "red", clock: "firstAssessmentHardStop", amount: 24, unit: "hours" },
  { rag: "amber", clock: "firstAssessmentHardStop", amount: 1, unit: "workingDays" },
  { rag: "green", clock: "firstAssessment", amount: 2, unit: "workingDays" },
]);
const friday = new Date("2026-11-20T18:00:00Z");
const due = (urgency: "red" | "amber" | "green") => triageDueAt({ receivedAt: friday, urgency }, standards, () => false).toISOString();

it("runs red through the weekend, and the others by working days", () => {
  expect(due("red")).toBe("2026-11-21T18:00:00.000Z");
  expect(due("amber")).toBe("2026-11-23T17:00:00.000Z");
  expect(due("green")).toBe("2026-11-24T17:00:00.000Z");
});

describe("mayBeSameEvent", () => {
  const one: Happening = { id: "a", sameEventAsId: null, placeId: "p", placeWords: "12 eel drove march", happenedFrom: new Date("2026-06-04T22:00:00Z"), happenedTo: null };
  const other = (more: Partial<Happening>): Happening => ({ ...one, id: "b", ...more });

  it("puts one place and nearly one time together", () => {
    expect(mayBeSameEvent(one, other({ happenedFrom: new Date("2026-06-05T08:00:00Z") }))).toBe(true);
    expect(mayBeSameEvent(one, other({ placeId: "q" }))).toBe(true);
    expect(mayBeSameEvent(one, other({ happenedFrom: new Date("2026-06-01T08:00:00Z"), happenedTo: new Date("2026-06-05T01:00:00Z") }))).toBe(true);
  });

  it("keeps other places, other days and what is together already apart", () => {
    expect(mayBeSameEvent(one, other({ placeId: "q", placeWords: "14 eel drove march" }))).toBe(false);
    expect(mayBeSameEvent(one, other({ happenedFrom: new Date("2026-06-05T10:30:00Z") }))).toBe(false);
    expect(mayBeSameEvent(one, other({ sameEventAsId: "a" }))).toBe(false);
    expect(mayBeSameEvent(one, one)).toBe(false);
  });
});

it("cuts words at their end", () => {
  expect(openingOf("Shouting  through\nthe wall", 60)).toBe("Shouting through the wall");
  expect(openingOf("Shouting through the wall", 16)).toBe("Shouting through…");
});
