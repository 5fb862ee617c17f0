import { expect, it } from "vitest";
import { changeWords, draftLine } from "./labels";
import { byTheClock } from "./rules";
import type { DueItem } from "./schema";

const item = (key: string, kind: string, at: string) => ({ key, kind, due: { at } }) as unknown as DueItem;

it("lists by the clock, calls and contacts first at the same moment", () => {
  const items = [item("a", "review", "2026-11-18T17:00:00.000Z"), item("b", "action", "2026-11-18T17:00:00.000Z"), item("c", "contact", "2026-11-18T17:00:00.000Z"), item("d", "call", "2026-11-18T18:00:00.000Z")];
  expect(items.sort(byTheClock).map(({ key }) => key)).toEqual(["c", "b", "a", "d"]);
});

it("says what came into a log", () => {
  expect(changeWords([{ kind: "note", count: 2 }])).toBe("2 notes");
  expect(changeWords([{ kind: "note", count: 1 }, { kind: "contact", count: 1 }])).toBe("1 contact and 1 note");
  expect(changeWords([{ kind: "note", count: 5 }, { kind: "contact", count: 1 }, { kind: "rag", count: 2 }, { kind: "duty_call", count: 1 }])).toBe("5 notes, 2 changes of colour and 2 more");
  expect(changeWords([{ kind: "duty_call", count: 1 }])).toBe("1 entry");
});

it("leads from a draft to where it goes on", () => {
  const caseId = "6f3f0cf1-3a45-4a37-9d52-2b8ad6a5f0c1";
  expect(draftLine("report", "").href).toBe("/reports/new");
  expect(draftLine("case-entry", caseId).href).toBe(`/cases/${caseId}`);
  expect(draftLine("risk-note", `${caseId}:x`).href).toBe(`/cases/${caseId}`);
  expect(draftLine("else", "x").href).toBe("/my-day");
});
