import { describe, expect, it } from "vitest";
import type { Rag } from "@/lib/clocks/schema";
import type { LiveTrigger } from "../triggers/rules";
import { loweringRefusalLabels, ragReason, ragReasonWords } from "./labels";
import { type AssessedRag, caseBehaviourRag, caseRag, type CaseRagFacts, loweringRefusal, type RagOverride } from "./rules";
import { lowerRagInput } from "./schema";

const now = new Date("2026-11-18T09:12:00Z");
const on = (day: number, hour = 10) => new Date(Date.UTC(2026, 10, day, hour));
const assessed = (rag: Rag, score: number, day: number): AssessedRag => ({ rag, score, at: on(day), by: "Fen Homes" });
const trigger = (key: string, minRag: Rag, ends: LiveTrigger["ends"], day = 16): LiveTrigger =>
  ({ key, minRag, ends, startedAt: on(day, 16), by: "Fen Homes" });
const suicide = trigger("T1", "red", "manager");
const hate = trigger("T5", "red", "hate_pathway");
const repeat = trigger("T6", "amber", "computed");
const judgement = (rag: Rag, day: number, expiresOn: string | null = null): RagOverride =>
  ({ rag, reason: "She told me more than she could answer", at: on(day), by: "Fenland DC", expiresOn });
const rag = (facts: Partial<CaseRagFacts>, at = now) =>
  caseRag({ victims: [], behaviour: [], liveTriggers: [], raised: null, lowered: null, ...facts }, at);

describe("a case's colour", () => {
  it("is none before anything is assessed", () => {
    expect(rag({})).toEqual({ rag: null, cause: { kind: "unassessed" } });
  });

  it("is the worst of every victim, behaviour, trigger and upward judgement, never their average", () => {
    const victims = [assessed("green", 3, 10), assessed("amber", 17, 11), assessed("green", 0, 12)];
    expect(rag({ victims }).rag).toBe("amber");
    expect(rag({ victims, behaviour: [assessed("red", 22, 9)] })).toMatchObject({ rag: "red", cause: { kind: "behaviour", score: 22 } });
    expect(rag({ victims, liveTriggers: [repeat, suicide] })).toMatchObject({ rag: "red", cause: { kind: "trigger", key: "T1" } });
    expect(rag({ victims, raised: judgement("red", 13) })).toMatchObject({ rag: "red", cause: { kind: "raised" } });
    expect(rag({ behaviour: [assessed("green", 4, 1)] })).toMatchObject({ rag: "green", cause: { kind: "behaviour" } });
    expect(rag({ liveTriggers: [repeat] })).toMatchObject({ rag: "amber", cause: { kind: "trigger", key: "T6" } });
  });

  it("names a trigger before a score, and the latest of two that are equal", () => {
    expect(rag({ victims: [assessed("red", 33, 17)], liveTriggers: [hate, suicide] })).toMatchObject({ cause: { key: "T1" } });
    expect(rag({ liveTriggers: [suicide, { ...suicide, startedAt: on(17) }] })).toMatchObject({ cause: { at: on(17) } });
    expect(rag({ victims: [assessed("red", 25, 2), assessed("red", 31, 9)] })).toMatchObject({ cause: { score: 31 } });
  });

  it("forgets an upward judgement that has expired", () => {
    const victims = [assessed("green", 3, 10)];
    const raised = judgement("red", 13, "2026-11-17");
    expect(rag({ victims, raised }, new Date("2026-11-17T23:59:59Z")).rag).toBe("red");
    expect(rag({ victims, raised }, new Date("2026-11-18T00:00:00Z")).rag).toBe("green");
  });
});

describe("a downward judgement", () => {
  const victims = [assessed("red", 27, 10)];
  const lowered = judgement("amber", 12, "2026-12-10");

  it("holds a case down, and says from what and until when", () => {
    expect(rag({ victims, lowered })).toEqual({
      rag: "amber",
      cause: { kind: "lowered", from: "red", reason: lowered.reason, at: on(12), by: "Fenland DC", until: "2026-12-10" },
    });
  });

  it("ends at midnight in London on its last day", () => {
    const summer = { ...judgement("amber", 12, "2026-11-18"), at: new Date("2026-06-01T10:00:00Z"), expiresOn: "2026-06-30" };
    const early = [{ ...assessed("red", 27, 10), at: new Date("2026-05-30T10:00:00Z") }];
    expect(rag({ victims: early, lowered: summer }, new Date("2026-06-30T22:59:59Z")).rag).toBe("amber");
    expect(rag({ victims: early, lowered: summer }, new Date("2026-06-30T23:00:00Z")).rag).toBe("red");
  });

  it("holds nothing down without a last day", () => {
    expect(rag({ victims, lowered: judgement("amber", 12) }).rag).toBe("red");
  });

  it("never holds down a trigger that a manager must end, even one from before it", () => {
    expect(rag({ victims, lowered, liveTriggers: [{ ...suicide, startedAt: on(1) }] })).toMatchObject({ rag: "red", cause: { key: "T1" } });
  });

  it("holds down a hate trigger known when it was made, and no later one", () => {
    expect(rag({ liveTriggers: [{ ...hate, startedAt: on(11) }], lowered }).rag).toBe("amber");
    expect(rag({ liveTriggers: [{ ...hate, startedAt: on(13) }], lowered })).toMatchObject({ rag: "red", cause: { key: "T5" } });
  });

  it("gives way to a worse assessment or judgement made after it", () => {
    expect(rag({ victims: [assessed("red", 30, 14)], lowered })).toMatchObject({ rag: "red", cause: { kind: "victim", score: 30 } });
    expect(rag({ victims, raised: judgement("red", 14), lowered })).toMatchObject({ rag: "red", cause: { kind: "raised" } });
    expect(rag({ victims, behaviour: [assessed("amber", 15, 14)], lowered: judgement("green", 12, "2026-12-10") }))
      .toMatchObject({ rag: "amber", cause: { kind: "behaviour" } });
  });

  it("never makes a case worse", () => {
    expect(rag({ victims: [assessed("green", 2, 10)], lowered })).toMatchObject({ rag: "green", cause: { kind: "victim" } });
  });

  it("is refused while it may not be, each time with its reason", () => {
    const facts = {
      isByManagerOfLead: true, current: "red" as Rag, liveTriggers: [hate], lastAssessedAt: on(12), causedAt: on(10),
    };
    const wanted = { rag: "amber" as Rag, expiresOn: "2026-12-10" };
    expect(loweringRefusal(wanted, facts, now)).toBeNull();
    expect(loweringRefusal(wanted, { ...facts, isByManagerOfLead: false }, now)).toBe("not-manager-of-lead");
    expect(loweringRefusal(wanted, { ...facts, liveTriggers: [suicide] }, now)).toBe("trigger-live");
    expect(loweringRefusal({ ...wanted, rag: "red" }, facts, now)).toBe("not-lower");
    expect(loweringRefusal(wanted, { ...facts, current: null }, now)).toBe("not-lower");
    expect(loweringRefusal(wanted, { ...facts, lastAssessedAt: null }, now)).toBe("needs-assessment");
    expect(loweringRefusal(wanted, { ...facts, causedAt: on(13) }, now)).toBe("needs-assessment");
    expect(loweringRefusal({ ...wanted, expiresOn: "2026-11-17" }, facts, now)).toBe("expiry-past");
    expect(loweringRefusal({ ...wanted, expiresOn: "2027-01-13" }, facts, now)).toBeNull();
    expect(loweringRefusal({ ...wanted, expiresOn: "2027-01-14" }, facts, now)).toBe("expiry-too-far");
    expect(Object.values(loweringRefusalLabels).every((words) => words.endsWith("."))).toBe(true);
  });

  it("asks for its colour, reason and last day", () => {
    const problems = lowerRagInput.safeParse({ caseId: "x", version: 1, rag: "red", reason: "", expiresOn: "" }).error?.issues;
    expect(problems?.map(({ message }) => message)).toEqual([
      "Choose a case", "Select amber or green", "Enter the reason", "Enter a real date, like 18 11 2026",
    ]);
  });
});

describe("the words for a colour", () => {
  const words = (facts: Partial<CaseRagFacts>) => ragReasonWords(rag(facts).cause, now);

  it("say what, who and when", () => {
    expect(words({})).toBe("Not assessed yet");
    expect(words({ liveTriggers: [suicide] })).toBe("Suicide or self-harm recorded by Fen Homes, Mon 16 Nov 16:00");
    expect(words({ victims: [assessed("red", 33, 16)] })).toBe("Victim assessed at 33 by Fen Homes, Mon 16 Nov 10:00");
    expect(words({ victims: [assessed("red", 33, 16), assessed("green", 3, 16)] }))
      .toBe("Highest of 2 victims assessed at 33 by Fen Homes, Mon 16 Nov 10:00");
    expect(words({ behaviour: [assessed("red", 22, 16)] }))
      .toBe("Behaviour and community impact assessed at 22 by Fen Homes, Mon 16 Nov 10:00");
    expect(words({ victims: [assessed("red", 27, 10)], lowered: judgement("amber", 12, "2026-12-10") }))
      .toBe("Lowered from red until 10 December 2026 by Fenland DC, Thu 12 Nov 10:00");
  });

  it("keep a member's own words apart", () => {
    expect(ragReason(rag({ raised: judgement("red", 13) }).cause))
      .toEqual({ what: "Raised by judgement", by: "Fenland DC", at: on(13), ownWords: "She told me more than she could answer" });
  });
});

it("gives the perpetrator's side the worst behaviour alone", () => {
  expect(caseBehaviourRag([])).toBeNull();
  expect(caseBehaviourRag([{ behaviourRag: "green" }, { behaviourRag: "amber" }])).toBe("amber");
});

describe("ten thousand generated cases", () => {
  it("agree with a maximum reckoned separately", () => {
    let state = 77;
    const below = (count: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * count);
    };
    const colours: Rag[] = ["green", "amber", "red"];
    const some = <Item>(most: number, make: () => Item) => Array.from({ length: below(most + 1) }, make);
    for (let turn = 0; turn < 10_000; turn += 1) {
      const victims = some(3, () => assessed(colours[below(3)]!, below(45), 1 + below(17)));
      const behaviour = some(2, () => assessed(colours[below(3)]!, below(33), 1 + below(17)));
      const liveTriggers = some(2, () => ({ ...[suicide, hate, repeat][below(3)]!, startedAt: on(1 + below(17)) }));
      const raised = below(4) === 0 ? judgement(colours[1 + below(2)]!, 1 + below(17)) : null;
      const lowered = below(2) === 0 ? judgement(colours[below(2)]!, 1 + below(17), below(3) === 0 ? "2026-11-17" : "2026-12-01") : null;

      const lives = lowered?.expiresOn === "2026-12-01" ? lowered : null;
      const cap = (level: number, at: Date, fixed: boolean) =>
        (lives && !fixed && at <= lives.at ? Math.min(level, colours.indexOf(lives.rag)) : level);
      const levels = [
        ...[...victims, ...behaviour, ...(raised ? [raised] : [])].map((claim) => cap(colours.indexOf(claim.rag), claim.at, false)),
        ...liveTriggers.map((live) => cap(live.key === "T6" ? 1 : 2, live.startedAt, live.key === "T1")),
      ];
      const expected = levels.length === 0 ? null : colours[Math.max(...levels)];
      expect(rag({ victims, behaviour, liveTriggers, raised, lowered }).rag, `turn ${turn}`).toBe(expected);
    }
  });
});
