import { describe, expect, it } from "vitest";
import county from "@/prisma/seed/data/county.json";
import { proposalReasonLabels, proposalWords } from "./labels";
import { proposedKinds, suggestedAgencies } from "./rules";

const kinds = (...asked: Parameters<typeof suggestedAgencies>) => suggestedAgencies(...asked).map(({ kind }) => kind);

describe("the agencies that answers call for", () => {
  it("are none when nothing calls for any", () => {
    expect(suggestedAgencies({ V2: "no", S2: ["none"], I2: "none" }, [], [])).toEqual([]);
  });

  it("follow each trigger", () => {
    expect(kinds({}, [], ["T1"])).toEqual(["police", "health", "adult_social_care"]);
    expect(kinds({}, [], ["T2"])).toEqual(["police", "fire"]);
    expect(kinds({}, [], ["T3"])).toEqual(["adult_social_care", "childrens_social_care"]);
    expect(kinds({}, [], ["T4"])).toEqual(["police", "victim_service"]);
    expect(kinds({}, [], ["T5"])).toEqual(["police", "victim_service"]);
  });

  it("follow each answer", () => {
    expect(kinds({ S2: ["mh"] }, [], [])).toEqual(["health"]);
    expect(kinds({ S2: ["asc", "csc", "da", "vs"] }, [], [])).toEqual(["adult_social_care", "childrens_social_care", "victim_service", "treatment"]);
    expect(kinds({ I2: "mental" }, [], [])).toEqual(["health"]);
    expect(kinds({ I2: "physical" }, [], [])).toEqual([]);
    expect(kinds({ V2: "unsure" }, [], [])).toEqual(["police", "victim_service"]);
    expect(kinds({ S2: "declined", I2: "dont_know" }, [], [])).toEqual([]);
  });

  it("follow each factor, a child's to children's social care", () => {
    expect(kinds({}, ["mental_health"], [])).toEqual(["health"]);
    expect(kinds({}, ["learning_disability"], [], { age: 44 })).toEqual(["adult_social_care"]);
    expect(kinds({}, ["learning_disability"], [], { age: 15 })).toEqual(["childrens_social_care"]);
    expect(kinds({}, ["substance"], [])).toEqual(["treatment"]);
    expect(kinds({}, ["domestic_abuse"], [])).toEqual(["police", "victim_service"]);
    expect(kinds({}, ["isolation"], [])).toEqual(["victim_service"]);
  });

  it("follow the needs of the person alleged, and their youth", () => {
    expect(kinds({ N1: ["alcohol_misuse", "homelessness"] }, [], [])).toEqual(["council", "treatment"]);
    expect(kinds({ N1: ["adult_offender"] }, [], [])).toEqual(["probation"]);
    expect(kinds({ B1: "violence" }, [], [], { subject: "perpetrator", age: 15 }))
      .toEqual(["police", "childrens_social_care", "fire", "youth_justice"]);
    expect(kinds({}, [], [], { subject: "victim", age: 15 })).toEqual(["childrens_social_care"]);
    expect(kinds({}, [], [], { subject: "perpetrator", age: 18 })).toEqual([]);
  });

  it("take in the police and the council from amber up", () => {
    expect([kinds({}, [], [], { rag: "green" }), kinds({}, [], [], { rag: "amber" }), kinds({}, [], [], { rag: "red" })])
      .toEqual([[], ["police", "council"], ["police", "council"]]);
  });

  it("in case study two are social care and mental health, from the first call", () => {
    const answers = { V3: "yes", S1: "alone", I1: "extreme", I2: "both" };
    expect(kinds(answers, ["age"], [], { rag: "red", age: 82 }))
      .toEqual(["police", "council", "health", "adult_social_care", "victim_service"]);
  });
});

describe("their words", () => {
  it("give every reason once", () => {
    const [health] = suggestedAgencies({ S2: ["mh", "health"], I2: "both" }, ["mental_health"], []);
    expect(health?.reasons).toEqual(["works_with", "mind_affected", "mental_health"]);
    expect(proposalWords(health!)).toBe("Already works with them, mental health is affected and mental health is a need");
    expect(Object.values(proposalReasonLabels).every(Boolean)).toBe(true);
  });

  it("are for kinds of agency that the county has", () => {
    const known = new Set(county.agencies.map(({ kind }) => kind));
    expect(proposedKinds.filter((kind) => !known.has(kind))).toEqual([]);
  });
});
