import { describe, expect, it } from "vitest";
import { intakeFaults, nextLabel, sourceOfChannel } from "./rules";

const report = { affected: [{ isAnonymous: false, role: "victim" }, { isAnonymous: true, role: "victim" }], shareWith: [], outcome: { kind: "new_case" } };

describe("intakeFaults", () => {
  it("lets a named victim be assessed on a case", () => {
    expect(intakeFaults({ ...report, assessment: { affectedIndex: 0 } })).toEqual([]);
    expect(intakeFaults({ ...report, assessment: { affectedIndex: 0 }, outcome: { kind: "join_case" } })).toEqual([]);
  });

  it("refuses to assess somebody who is not named, not a victim, or not there", () => {
    expect(intakeFaults({ ...report, assessment: { affectedIndex: 1 } })[0]?.path).toEqual(["assessment"]);
    expect(intakeFaults({ ...report, assessment: { affectedIndex: 7 } })[0]?.path).toEqual(["assessment"]);
    expect(intakeFaults({ ...report, affected: [{ isAnonymous: false, role: "witness" }], assessment: { affectedIndex: 0 } })[0]?.path).toEqual(["assessment"]);
  });

  it("refuses an assessment or a share without a case", () => {
    expect(intakeFaults({ ...report, assessment: { affectedIndex: 0 }, outcome: { kind: "triage" } })[0]?.path).toEqual(["outcome"]);
    expect(intakeFaults({ ...report, impact: {}, outcome: { kind: "advice_only" } })[0]?.path).toEqual(["outcome"]);
    expect(intakeFaults({ ...report, shareWith: ["x"], outcome: { kind: "triage" } })[0]?.path).toEqual(["shareWith"]);
  });
});

it("labels people by letters that are free", () => {
  expect(nextLabel("Victim", [])).toBe("Victim A");
  expect(nextLabel("Victim", ["Victim A", "Person B"])).toBe("Victim B");
  const many = Array.from({ length: 27 }, (_, at) => at).reduce<string[]>((taken) => [...taken, nextLabel("Person", taken)], []);
  expect(many.slice(24)).toEqual(["Person Y", "Person Z", "Person AA"]);
});

it("says how answers were given by the way a report came in", () => {
  expect([sourceOfChannel("visit"), sourceOfChannel("phone_101"), sourceOfChannel("letter"), sourceOfChannel("member_councillor")]).toEqual(["in_person", "phone", "records", "third_party"]);
});
