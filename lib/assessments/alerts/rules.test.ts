import { describe, expect, it } from "vitest";
import type { Proposal } from "../sharing/rules";
import { agenciesToRing, contactDueAt, type Reachable } from "./rules";

const agency = (agencyId: string, kind: string, isOnCase: boolean, areas = 1): Reachable => ({ agencyId, kind, isOnCase, areas });
const agencies = [
  agency("contact-centre", "police", false, 6), agency("neighbourhood", "police", false, 1),
  agency("trust", "health", true, 6), agency("adults", "adult_social_care", false, 5), agency("council", "council", false),
];
const proposals: Proposal[] = [
  { kind: "police", reasons: ["suicide", "risk"] }, { kind: "council", reasons: ["risk"] },
  { kind: "health", reasons: ["suicide"] }, { kind: "adult_social_care", reasons: ["suicide"] },
];
const cannotWait = { ownAgencyId: "fen-homes", mayLeaveCase: true, kindsThatCannotWait: ["police", "health", "adult_social_care"] as const };
const ids = (found: Reachable[]) => found.map(({ agencyId }) => agencyId);

describe("when the victim is to be contacted", () => {
  const now = new Date("2026-11-22T17:27:00Z");
  const tomorrow = new Date("2026-11-23T17:27:00Z");
  const soon = new Date("2026-11-22T19:00:00Z");

  it("is today once suicide or self-harm was spoken of, and by the colour otherwise", () => {
    expect(contactDueAt(tomorrow, ["T1"], now)?.toISOString()).toBe("2026-11-22T23:59:00.000Z");
    expect(contactDueAt(null, ["T1"], now)?.toISOString()).toBe("2026-11-22T23:59:00.000Z");
    expect(contactDueAt(tomorrow, ["T2", "T5"], now)).toBe(tomorrow);
    expect(contactDueAt(null, [], now)).toBeNull();
  });

  it("is never put off by it", () => expect(contactDueAt(soon, ["T1"], now)).toBe(soon));
});

describe("whom to ring", () => {
  it("is who is on the case, and the nearest of a kind that cannot wait where nobody is", () => {
    expect(ids(agenciesToRing(proposals, agencies, { ...cannotWait, kindsThatCannotWait: [...cannotWait.kindsThatCannotWait] }))).toEqual(["neighbourhood", "trust", "adults"]);
  });

  it("stays on the case when nothing forces it further, and never rings itself", () => {
    expect(ids(agenciesToRing(proposals, agencies, { ownAgencyId: "x", mayLeaveCase: false, kindsThatCannotWait: ["police"] }))).toEqual(["trust"]);
    expect(ids(agenciesToRing(proposals, agencies, { ownAgencyId: "trust", mayLeaveCase: false, kindsThatCannotWait: [] }))).toEqual([]);
  });
});
