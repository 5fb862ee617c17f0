import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type TakeReportForm, takeReportInput } from "./schema";

const caseId = "0b9a3a2e-6f4c-4c59-9d65-2f4f9d1a7c11";
const personId = "5d0f4f59-25c1-4b5b-8f6e-0a8c9a1b2c3d";
const noise: TakeReportForm = {
  safeNow: "safe",
  place: { line: "12 Peas Hill Road", town: "March", postcode: "pe158aa" },
  channel: "phone_landlord",
  whatHappened: "Shouting through the wall, then he keyed my car again and said he'd be back.\r\n",
  nsirHeading: "nuisance_neighbours",
  nsirQualifier: "personal",
  originalHeading: "noise",
  happenedFrom: "2026-11-17T22:30:00+00:00",
  caller: { who: "affected" },
  affected: [{ person: { kind: "individual", givenName: "Asha", familyName: "Verity", bornOn: "1988-04-02" }, livesHere: true }],
  responsible: [{ person: { kind: "group", name: "Man at no. 14" }, note: "Known by sight" }],
  screeningAnswers: { H1: "most_days", H3: "yes", V2: "unsure", V3: "no", I1: "lot", S2: ["vs"] },
  outcome: { kind: "new_case" },
};

const problems = (change: Record<string, unknown>) => (takeReportInput.safeParse({ ...noise, ...change }).error?.issues ?? [])
  .map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a report as taken", () => {
  it("is put in order", () => {
    expect(takeReportInput.parse(noise)).toMatchObject({
      place: { kind: "address", postcode: "PE15 8AA", wardName: "" },
      whatHappened: "Shouting through the wall, then he keyed my car again and said he'd be back.",
      happenedFrom: new Date("2026-11-17T22:30:00Z"),
      caller: { who: "affected", index: 0 },
      affected: [{ role: "victim", isAnonymous: false, livesHere: true }],
      howOften: "", immediateSteps: "", externalReference: "", triggers: [], vulnerabilityFactors: [],
    });
  });

  it("may have several affected, an organisation or one who will not be named among them, and somebody else who told us", () => {
    expect(problems({
      affected: [
        { personId }, { isAnonymous: true, role: "household_member" }, { person: { kind: "organisation", name: "Corner shop" } },
      ],
      caller: { who: "someone_else", person: { kind: "individual", familyName: "Hale" }, role: "professional", relation: "Carer" },
    })).toEqual([]);
  });

  it("may be anonymous, about a place, with nobody named", () => {
    expect(problems({ caller: { who: "anonymous" }, affected: [], responsible: [], screeningAnswers: {}, placeId: personId, place: undefined })).toEqual([]);
  });

  it("asks in plain words for everything that is missing", () => {
    expect(takeReportInput.safeParse({}).error?.issues.map(({ message }) => message)).toEqual([
      "Select whether anyone is in danger now. If they are, ring 999 first",
      "Select how the report came in",
      "Enter what happened",
      "Select what kind of problem it is",
      "Select personal, nuisance or environmental",
      "Enter when it happened",
      "Select who told you",
      "Select what happens to the report",
      "Enter where it happened, or choose a place from the list",
    ]);
    for (const nothing of [null, "", 7, []]) expect(takeReportInput.safeParse(nothing).success).toBe(false);
  });

  it("says everything that is wrong at once, whatever fields it is in", () => {
    expect(problems({
      whatHappened: "", place: undefined, affected: [{}], responsible: [{}], caller: { who: "someone_else" }, safeContact: { method: "text" },
      happenedTo: "2026-11-01T00:00:00Z", triggers: ["T1"], outcome: { kind: "advice_only" },
    })).toHaveLength(9);
    expect(problems({ affected: "nobody", happenedFrom: "yesterday", outcome: null, triggers: null })).toHaveLength(4);
  });

  it("does not pass danger by unless 999 was rung", () => {
    expect(problems({ safeNow: "danger_999_rung" })).toEqual([]);
    expect(problems({ safeNow: "danger" })).toEqual(["safeNow: Select whether anyone is in danger now. If they are, ring 999 first"]);
  });

  it("wants one place, and one person where it means one", () => {
    expect(problems({ place: undefined })).toEqual(["place: Enter where it happened, or choose a place from the list"]);
    expect(problems({ placeId: personId })).toEqual(["place: Enter where it happened, or choose a place from the list"]);
    expect(problems({ affected: [{}] })).toEqual(["affected.0.person: Choose a person, enter one, or say that they will not be named"]);
    expect(problems({ affected: [{ personId, isAnonymous: true }] })[0]).toMatch(/^affected.0.person/);
    expect(problems({ responsible: [{ note: "tall" }] })).toEqual(["responsible.0.person: Choose a person or enter one"]);
    expect(problems({ caller: { who: "someone_else" } })).toEqual(["caller.person: Choose who told you, or enter them"]);
    expect(problems({ affected: [] })).toEqual(["affected: Enter who is affected, or select somebody else as the person who told you"]);
    expect(problems({ caller: { who: "affected", index: 1 } })[0]).toMatch(/^affected: /);
  });

  it("wants an end after the beginning and a number where it is to be rung", () => {
    expect(problems({ happenedTo: "2026-11-17T22:29:59Z" })).toEqual(["happenedTo: The end must be after the beginning"]);
    expect(problems({ safeContact: { method: "phone" } })).toEqual(["safeContact.number: Enter the number that is safe to ring"]);
    expect(problems({ safeContact: { method: "through_someone", words: "Say “Jo from the council”" } })).toEqual([]);
  });

  it("does not let a trigger end in advice, nor advice be empty", () => {
    const advice = { kind: "advice_only", adviceGiven: "Ring environmental health" };
    expect(problems({ outcome: advice })).toEqual([]);
    expect(problems({ outcome: { kind: "advice_only" } })).toEqual(["outcome.adviceGiven: Enter the advice you gave"]);
    expect(problems({ outcome: advice, triggers: ["T1"] })[0]).toMatch(/^outcome: A trigger is ticked/);
    expect(problems({ outcome: { kind: "join_case" } })).toEqual(["outcome.caseId: Choose the case to join"]);
    expect(problems({ outcome: { kind: "join_case", caseId } })).toEqual([]);
  });

  it("refuses what does not belong, at every depth", () => {
    expect(problems({ status: "new_case" })[0]).toMatch(/status/);
    expect(problems({ affected: [{ personId, side: "victim" }] })[0]).toMatch(/side/);
    expect(problems({ outcome: { kind: "triage", caseId } })[0]).toMatch(/caseId/);
    expect(problems({ screeningAnswers: { I1: "x; drop" } })).not.toEqual([]);
    expect(problems({ screeningAnswers: { __proto__x: "lot" } })).not.toEqual([]);
    expect(problems({ triggers: ["T1", "T1"] })).toEqual(["triggers: Select triggers from the list"]);
    expect(problems({ whatHappened: "x".repeat(4001) })).toEqual(["whatHappened: What happened must be 4,000 characters or fewer"]);
    expect(problems({ affected: Array.from({ length: 21 }, () => ({ personId })) })).toEqual(["affected: Enter at most 20 people affected"]);
  });

  it("can be described to another system", () => {
    const described = z.toJSONSchema(takeReportInput, { io: "input" });
    expect(described).toMatchObject({ type: "object", additionalProperties: false });
    expect(described.required).toContain("whatHappened");
    expect(described.required).not.toContain("howOften");
  });
});
