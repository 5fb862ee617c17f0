import { describe, expect, it } from "vitest";
import lists from "@/prisma/seed/data/reference-lists.json";
import * as labels from "./labels";
import { isWaitingForTriage, reportMoveRefusal, reportProblems, statusAfter } from "./rules";
import {
  hateStrands, nsirHeadings, nsirQualifiers, reportChannels, reportStatuses, type TakeReportInput, takeReportInput,
} from "./schema";

const now = new Date("2026-11-18T09:12:00Z");
const report = (change: Record<string, unknown> = {}): TakeReportInput => takeReportInput.parse({
  safeNow: "safe", place: { line: "Wisbech Park" }, channel: "phone_101", whatHappened: "Fireworks", nsirHeading: "fireworks",
  nsirQualifier: "nuisance", happenedFrom: "2026-11-17T22:30:00Z", caller: { who: "anonymous" }, outcome: { kind: "triage" }, ...change,
});
const problems = (change: Record<string, unknown>) => reportProblems(report(change), now)
  .map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("the lists of reports", () => {
  it("are the reference lists, code for code and word for word", () => {
    expect(nsirHeadings.map((code) => [code, labels.headingLabels[code]])).toEqual(lists.nsirHeadings);
    expect(nsirQualifiers.map((code) => [code, labels.qualifierLabels[code]])).toEqual(lists.nsirQualifiers);
    expect(hateStrands.map((code) => [code, labels.hateStrandLabels[code]])).toEqual(lists.hateStrands);
    expect(reportChannels.map((code) => [code, labels.channelLabels[code]])).toEqual(lists.reportChannels);
  });
});

describe("where a report goes", () => {
  it("is decided after screening", () => {
    expect(reportMoveRefusal("received", "screened")).toBeNull();
    expect(reportMoveRefusal("received", "new_case")).toBe("not-screened");
    for (const to of ["advice_only", "same_event", "linked", "new_case"] as const) {
      expect(reportMoveRefusal("screened", to)).toBeNull();
    }
  });

  it("may change after advice, and is settled otherwise", () => {
    expect(reportMoveRefusal("advice_only", "linked")).toBeNull();
    for (const from of ["same_event", "linked", "new_case"] as const) {
      for (const to of reportStatuses) expect(reportMoveRefusal(from, to), `${from} ${to}`).toBe("already-settled");
    }
    expect(reportMoveRefusal("screened", "received")).toBe("already-settled");
  });

  it("follows from its outcome", () => {
    expect((["advice_only", "new_case", "join_case", "same_event", "triage"] as const).map(statusAfter))
      .toEqual(["advice_only", "new_case", "linked", "same_event", "screened"]);
    expect(reportStatuses.filter(isWaitingForTriage)).toEqual(["received", "screened"]);
  });
});

describe("a report and the time", () => {
  it("is sound when it happened before now", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ happenedFrom: "2026-11-18T09:13:30Z" })).toEqual([]);
  });

  it("is not from tomorrow", () => {
    expect(problems({ happenedFrom: "2026-11-19T09:00:00Z" })).toEqual(["happenedFrom: The time it happened must not be in the future"]);
    expect(problems({ happenedTo: "2026-11-19T09:00:00Z" })).toEqual(["happenedTo: The time it ended must not be in the future"]);
    expect(problems({ receivedAt: "2026-11-19T09:00:00Z" })).toEqual(["receivedAt: The time you received it must not be in the future"]);
  });

  it("happened before it was received", () => {
    expect(problems({ receivedAt: "2026-11-16T09:00:00Z" }))
      .toEqual(["happenedFrom: The time it happened must be before you received the report"]);
    expect(problems({ receivedAt: "2026-11-18T08:00:00Z" })).toEqual([]);
  });

  it("names nobody born after it", () => {
    const person = { kind: "individual", familyName: "Reed", bornOn: "2026-11-19" };
    expect(problems({ affected: [{ person }], responsible: [{ person }], caller: { who: "someone_else", person } })).toEqual([
      "affected.0.person.bornOn: The date of birth must be before the report",
      "responsible.0.person.bornOn: The date of birth must be before the report",
      "caller.person.bornOn: The date of birth must be before the report",
    ]);
    const earlier = { kind: "individual", familyName: "Reed", bornOn: "2026-11-10" };
    expect(problems({ affected: [{ person: earlier }] })).toEqual([]);
    expect(problems({ affected: [{ person: earlier }], receivedAt: "2026-11-09T12:00:00Z", happenedFrom: "2026-11-09T10:00:00Z" }))
      .toEqual(["affected.0.person.bornOn: The date of birth must be before the report"]);
  });
});
