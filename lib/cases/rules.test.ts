import { describe, expect, it } from "vitest";
import lists from "@/prisma/seed/data/reference-lists.json";
import * as labels from "./labels";
import { caseTitle } from "./rules";
import { caseOutcomes, involvementRoles, legalGateways } from "./schema";

describe("a case's title", () => {
  it("is what it is about and which ward", () => {
    expect(caseTitle("Neighbour noise", "Waterlees")).toBe("Neighbour noise, Waterlees");
    expect(caseTitle("Street drinking", "")).toBe("Street drinking");
  });
});

describe("the words of a case", () => {
  it("are the reference lists, code for code and word for word", () => {
    expect(involvementRoles.map((code) => [code, labels.involvementRoleLabels[code]])).toEqual(lists.involvementRoles);
    expect(caseOutcomes).toEqual(lists.caseOutcomes.map(([code]) => code));
    expect(legalGateways.map((code) => [code, labels.legalGatewayLabels[code]])).toEqual(lists.legalGateways);
  });
});
