import { describe, expect, it } from "vitest";
import file from "@/prisma/seed/data/risk-templates.json";
import { templatesFileSchema } from "../schema";
import { triggerEndWords, triggerLabel, triggerLabels, whatWillHappen } from "./labels";
import { isHeldByManager, liveTrigger, type TriggerEndFacts, triggerMayEnd } from "./rules";

const definitions = templatesFileSchema.parse(file).templates.flatMap(({ triggers }) => triggers);
const recorded = { key: "T1", startedAt: new Date("2026-11-16T16:40:00Z"), by: "Fen Homes" };
const may: TriggerEndFacts = { isByManagerOfLead: true, isAssessedSince: true, isHatePathwayClosed: false };

const end = (key: string, now: string, facts: Partial<TriggerEndFacts> = {}) =>
  triggerMayEnd(liveTrigger(definitions, { ...recorded, key }), new Date(now), { ...may, ...facts });

describe("a trigger held by a manager", () => {
  it("lives fourteen days of twenty-four hours, whoever asks", () => {
    expect(end("T1", "2026-11-28T12:00:00Z")).toEqual({ may: false, reason: "too-soon", from: new Date("2026-11-30T16:40:00Z") });
    expect(end("T2", "2026-11-30T16:39:59Z").may).toBe(false);
    expect(end("T3", "2026-11-30T16:40:00Z")).toEqual({ may: true });
  });

  it("is ended by a manager of the lead agency after a new assessment, and not otherwise", () => {
    expect(end("T1", "2027-01-01T00:00:00Z", { isByManagerOfLead: false })).toMatchObject({ may: false, reason: "not-manager-of-lead" });
    expect(end("T1", "2027-01-01T00:00:00Z", { isAssessedSince: false })).toMatchObject({ may: false, reason: "needs-assessment" });
  });
});

describe("another trigger", () => {
  it("ends with the hate pathway, or by itself", () => {
    expect(end("T5", "2027-01-01T00:00:00Z")).toMatchObject({ may: false, reason: "hate-pathway-open" });
    expect(end("T4", "2026-11-17T00:00:00Z", { isHatePathwayClosed: true })).toEqual({ may: true });
    expect(end("T6", "2027-01-01T00:00:00Z")).toMatchObject({ may: false, reason: "computed" });
  });

  it("is none of the first three", () => {
    expect(definitions.filter(isHeldByManager).map(({ key }) => key)).toEqual(["T1", "T2", "T3"]);
    expect(() => liveTrigger(definitions, { ...recorded, key: "T8" })).toThrow(RangeError);
  });
});

describe("the words for triggers", () => {
  it("exist for every one", () => {
    expect(definitions.map(({ key }) => key).filter((key) => !triggerLabels[key])).toEqual([]);
    expect(triggerLabel({ key: "T9", text: "Something new" })).toBe("Something new");
  });

  it("say what will happen before it does", () => {
    const [suicide, , , repeated] = definitions;
    expect(whatWillHappen(suicide!)).toEqual({
      title: "Suicide or self-harm: the case becomes red",
      lines: [
        "Mental health and adult social care are asked to act today.",
        "The police are told, and somebody must have been told in person within 4 hours.",
        "Contact with the victim is due today.",
        "Only a manager of the lead agency can end this, after a new assessment and not before 14 days.",
      ],
    });
    expect(whatWillHappen(repeated!).title).toBe("Hate, and it has happened before: the case becomes at least amber");
  });

  it("say why one may not end, and from when it may", () => {
    expect(triggerEndWords(end("T1", "2026-11-28T12:00:00Z")))
      .toBe("This stays for at least 14 days: it can be ended from 30 November 2026 at 16:40.");
    expect(triggerEndWords(end("T6", "2026-11-28T12:00:00Z"))).toMatch(/by itself/);
    expect(triggerEndWords({ may: true })).toBe("");
  });
});
