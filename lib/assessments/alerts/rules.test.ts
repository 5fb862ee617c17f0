import { describe, expect, it } from "vitest";
import type { Proposal } from "../sharing/rules";
import { agenciesToRing, type Reachable } from "./rules";

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

describe("whom to ring", () => {
  it("is who is on the case, and the nearest of a kind that cannot wait where nobody is", () => {
    expect(ids(agenciesToRing(proposals, agencies, { ...cannotWait, kindsThatCannotWait: [...cannotWait.kindsThatCannotWait] }))).toEqual(["neighbourhood", "trust", "adults"]);
  });

  it("stays on the case when nothing forces it further, and never rings itself", () => {
    expect(ids(agenciesToRing(proposals, agencies, { ownAgencyId: "x", mayLeaveCase: false, kindsThatCannotWait: ["police"] }))).toEqual(["trust"]);
    expect(ids(agenciesToRing(proposals, agencies, { ownAgencyId: "trust", mayLeaveCase: false, kindsThatCannotWait: [] }))).toEqual([]);
  });
});
