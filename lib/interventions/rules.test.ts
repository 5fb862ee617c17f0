import { describe, expect, it } from "vitest";
import lists from "@/prisma/seed/data/reference-lists.json";
import { interventionStatusLabels, startRefusalWords } from "./labels";
import {
  interventionType, isEnded, isInForce, mayMoveIntervention, mayStartType, type StartAnswer, type WantedStart,
} from "./rules";
import { interventionStatuses, listedTypesSchema, recordInterventionInput } from "./schema";

const types = listedTypesSchema.parse(lists.interventionTypes).map(interventionType);
const today = "2026-11-18";
const start = (code: string, startsOn: string, more: Partial<WantedStart> = {}): StartAnswer => mayStartType(types, { code, startsOn, ...more }, today);
const refusal = (...asked: Parameters<typeof start>) => {
  const answer = start(...asked);
  return answer.ok ? null : [answer.reason, ...answer.alternatives.map(({ code }) => code)];
};

describe("the types of the reference list", () => {
  it("are read whole, and every replacement is one of them", () => {
    expect(types).toHaveLength(lists.interventionTypes.length);
    const codes = types.map(({ code }) => code);
    expect(types.flatMap(({ replacedBy }) => replacedBy ?? []).filter((code) => !codes.includes(code))).toEqual([]);
    expect(listedTypesSchema.safeParse([{ ...lists.interventionTypes[0], power: 1 }]).success).toBe(false);
  });
});

describe("an order of an old law", () => {
  it("cannot begin now, and the two that replaced it are offered", () => {
    const answer = start("asbo", "2026-11-01", { age: 30 });
    expect(answer).toMatchObject({ ok: false, reason: "ended" });
    if (answer.ok) throw new Error("allowed");
    expect(answer.alternatives.map(({ code }) => code)).toEqual(["civil_injunction", "criminal_behaviour_order"]);
    expect(startRefusalWords(answer, "2026-11-01")).toBe(
      "“Anti-social behaviour order” could not begin after 22 March 2015, so it cannot start on 1 November 2026. "
      + "Choose “Civil injunction” or “Criminal behaviour order” instead, or correct the date.",
    );
  });

  it("can be put on record where it began inside its dates", () => {
    expect(start("asbo", "2011-05-02", { age: 30 })).toEqual({ ok: true, isHistoric: true });
    expect(start("drinking_banning_order", "2012-01-10", { age: 40 })).toEqual({ ok: true, isHistoric: true });
    expect(start("family_intervention_project", "2011-09-01", { subject: "family" })).toEqual({ ok: true, isHistoric: true });
  });

  it("begins on its first day and its last, and not a day beyond", () => {
    expect([start("asbo", "1999-04-01").ok, start("asbo", "2015-03-22").ok]).toEqual([true, true]);
    expect(refusal("asbo", "1999-03-31")).toEqual(["not-yet"]);
    expect(refusal("asbo", "2015-03-23")).toEqual(["ended", "civil_injunction", "criminal_behaviour_order"]);
  });
});

describe("an order of today's law", () => {
  it("may begin, and not before its law did: then what it replaced is offered", () => {
    expect(start("civil_injunction", today, { age: 30 })).toEqual({ ok: true, isHistoric: false });
    expect(refusal("civil_injunction", "2011-05-02")).toEqual(["not-yet", "asbo", "drinking_banning_order"]);
  });

  it("needs somebody old enough, where the age is known", () => {
    expect(refusal("community_protection_notice", today, { age: 15 })).toEqual([
      "too-young", "acceptable_behaviour_contract", "parenting_contract", "family_support",
    ]);
    expect(refusal("civil_injunction", today, { age: 9 })).toEqual(["too-young", "parenting_contract", "family_support"]);
    expect(start("civil_injunction", today, { age: 10 }).ok).toBe(true);
    expect(start("community_protection_notice", today, { age: null }).ok).toBe(true);
  });

  it("is on what it is for, and not planned years ahead", () => {
    expect(refusal("pspo", today, { subject: "person" })).toEqual(["wrong-subject"]);
    expect(refusal("civil_injunction", "2027-11-19")).toEqual(["too-far-ahead"]);
    expect(start("civil_injunction", "2027-11-18").ok).toBe(true);
    expect(refusal("flogging", today)).toEqual(["unknown-type"]);
  });
});

describe("an order of a law to come", () => {
  it("cannot be chosen until somebody has dated it", () => {
    for (const code of ["respect_order", "housing_injunction", "youth_injunction"]) {
      expect(refusal(code, today, { age: 30 })).toEqual(["undated", "civil_injunction"]);
    }
    const dated = types.map((type) => (type.code === "respect_order" ? { ...type, availableFrom: "2027-04-01" } : type));
    expect(mayStartType(dated, { code: "respect_order", startsOn: "2027-04-01", age: 30 }, today).ok).toBe(true);
    expect(mayStartType(dated, { code: "respect_order", startsOn: "2027-03-31", age: 30 }, today)).toMatchObject({ reason: "not-yet" });
  });
});

it("gives every refusal its words", () => {
  for (const [code, startsOn, more] of [
    ["flogging", today, {}], ["respect_order", today, {}], ["civil_injunction", "2011-01-01", {}], ["asbo", today, {}],
    ["civil_injunction", today, { age: 9 }], ["pspo", today, { subject: "person" }], ["mediation", "2030-01-01", {}],
  ] as const) {
    const answer = start(code, startsOn, more);
    if (answer.ok) throw new Error(`${code} was allowed`);
    expect(startRefusalWords(answer, startsOn)).toMatch(/^[“ST].*\.$/);
  }
});

describe("the life of an intervention", () => {
  it("goes from considered to in force by application, service or agreement", () => {
    for (const by of ["applied", "served", "agreed"] as const) {
      expect([mayMoveIntervention("considered", by), mayMoveIntervention(by, "in_force"), mayMoveIntervention(by, "considered")]).toEqual([true, true, true]);
    }
    expect(mayMoveIntervention("considered", "in_force")).toBe(false);
  });

  it("may be broken or varied again and again, and ends once", () => {
    expect([mayMoveIntervention("in_force", "breached"), mayMoveIntervention("breached", "breached"), mayMoveIntervention("varied", "varied")]).toEqual([true, true, true]);
    expect(mayMoveIntervention("appealed", "appealed")).toBe(false);
    expect(mayMoveIntervention("breached", "discharged")).toBe(true);
    expect(interventionStatuses.filter(isEnded)).toEqual(["completed", "discharged", "expired"]);
    for (const ended of ["completed", "discharged", "expired"] as const) {
      expect(interventionStatuses.some((status) => mayMoveIntervention(ended, status))).toBe(false);
    }
    expect(interventionStatuses.every((status) => interventionStatusLabels[status])).toBe(true);
  });
});

describe("an intervention in force on a day", () => {
  const order = { status: "in_force", startsOn: "2011-05-02", endsOn: "2013-05-01", endedOn: null } as const;

  it("is so from its first day to its last", () => {
    expect(["2011-05-01", "2011-05-02", "2012-06-30", "2013-05-01", "2013-05-02"].map((on) => isInForce(order, on)))
      .toEqual([false, true, true, true, false]);
    expect(isInForce({ ...order, endsOn: null }, "2026-01-01")).toBe(true);
  });

  it("was so although it has ended since, until the day it did", () => {
    expect(isInForce({ ...order, status: "expired" }, "2012-06-30")).toBe(true);
    expect(isInForce({ ...order, status: "discharged", endedOn: "2012-06-30" }, "2012-06-30")).toBe(false);
    expect(isInForce({ ...order, status: "discharged", endedOn: "2012-07-01" }, "2012-06-30")).toBe(true);
    expect(isInForce({ ...order, status: "completed", endedOn: "2014-01-01" }, "2013-12-31")).toBe(false);
  });

  it("is still so when broken, varied or appealed, and never was when it was not made", () => {
    const on = "2012-06-30";
    expect(interventionStatuses.filter((status) => !isInForce({ ...order, status }, on))).toEqual(["considered", "applied"]);
  });
});

it("is recorded on one thing, with its days in order", () => {
  const someId = "0b9a3a2e-6f4c-4c59-9d65-2f4f9d1a7c11";
  const given = { caseId: someId, typeCode: "civil_injunction", personId: someId, startsOn: "2026-11-18" };
  const messages = (change: object) => recordInterventionInput.safeParse({ ...given, ...change }).error?.issues.map(({ message }) => message);
  expect(recordInterventionInput.parse(given)).toMatchObject({ status: "in_force", endsOn: null, terms: "" });
  expect(messages({ placeId: someId })).toEqual(["Choose one person, family or place that it is on"]);
  expect(messages({ personId: undefined })).toEqual(["Choose one person, family or place that it is on"]);
  expect(messages({ endsOn: "2026-11-17" })).toEqual(["The last day must not be before the first"]);
  expect(messages({ startsOn: "2026-02-30" })).toEqual(["Enter a real date, like 18 11 2026"]);
  expect(messages({ startsOn: undefined, personId: undefined })).toHaveLength(2);
});
