import { describe, expect, it } from "vitest";
import lists from "@/prisma/seed/data/reference-lists.json";
import { headingLabels } from "@/lib/reports/labels";
import * as labels from "./labels";
import { type CaseMove, caseAfter, caseTitle, mayStillReopen, titleProblems } from "./rules";
import { caseOutcomes, type CaseStatus, caseStatuses, involvementRoles, legalGateways } from "./schema";

const now = new Date("2026-11-18T09:12:00Z");

describe("a case's title", () => {
  it("is what it is about and which ward", () => {
    expect(caseTitle("Neighbour noise", "Waterlees")).toBe("Neighbour noise, Waterlees");
    expect(caseTitle("Street drinking", "")).toBe("Street drinking");
  });

  it("gives nothing away when it is made from a heading and a ward", () => {
    for (const heading of Object.values(headingLabels)) {
      expect(titleProblems(caseTitle(heading, "St Ives South")), heading).toEqual([]);
    }
  });

  it.each([
    ["Smith v Jones", ["name"]],
    ["Noise by Mr Reed", ["name"]],
    ["Mrs K and the dog", ["name"]],
    ["Noise, PE15 8AA", ["postcode"]],
    ["Noise at 14 Peas Hill Road", ["address"]],
    ["Noise from no. 14", ["address"]],
    ["Flat 3, shouting", ["address"]],
    ["Ring 07700 900142", ["contact"]],
    ["Noise, jo@example.org", ["contact"]],
    ["Dr Reed, 14 High Street, PE13 1AA", ["name", "postcode", "address"]],
  ] as const)("may not be “%s”", (title, problems) => {
    expect(titleProblems(title)).toEqual(problems);
  });

  it("may not hold a word of a protected name, whatever its case, but may hold the ward's", () => {
    expect(titleProblems("Noise and reed beds", { names: ["Tyler Reed"] })).toEqual(["name"]);
    expect(titleProblems("Reeds in the dyke", { names: ["Tyler Reed"] })).toEqual([]);
    expect(titleProblems("Noise, March North", { names: ["Ann March"], ward: "March North" })).toEqual([]);
    expect(titleProblems("Noise, March North", { names: ["Ann March"], ward: "Waterlees" })).toEqual(["name"]);
    expect(titleProblems("A noise", { names: ["A Kay"] })).toEqual([]);
  });

  it("may hold numbers that are no address", () => {
    expect(titleProblems("Quad bikes, 3 wards")).toEqual([]);
    expect(titleProblems("Street drinking, Wisbech park")).toEqual([]);
  });

  it("is corrected by an instruction", () => {
    expect(Object.values(labels.titleProblemLabels).every((words) => words.startsWith("Take "))).toBe(true);
  });
});

describe("the state of a case", () => {
  const after = (status: CaseStatus, move: CaseMove, change = {}) =>
    caseAfter({ status, isAssessed: true, closedAt: new Date("2026-11-01T12:00:00Z"), ...change }, move, now);

  it("goes from intake to closed and back", () => {
    expect(after("intake", "open")).toEqual({ to: "open" });
    expect(after("open", "monitor")).toEqual({ to: "monitoring" });
    expect(after("monitoring", "resume")).toEqual({ to: "open" });
    expect(after("monitoring", "propose_closure")).toEqual({ to: "closure_proposed" });
    expect(after("closure_proposed", "withdraw_closure")).toEqual({ to: "open" });
    expect(after("closure_proposed", "close")).toEqual({ to: "closed" });
    expect(after("closed", "reopen")).toEqual({ to: "open" });
  });

  it("is stuck in intake without an assessment", () => {
    expect(after("intake", "open", { isAssessed: false })).toEqual({ refused: "not-assessed" });
    expect(after("intake", "close")).toEqual({ refused: "not-assessed" });
  });

  it("is reopened within 28 days, and begun anew after", () => {
    expect(mayStillReopen(new Date("2026-10-20T23:00:00Z"), now)).toBe(true);
    expect(mayStillReopen(new Date("2026-10-20T22:59:59Z"), now)).toBe(false);
    expect(after("closed", "reopen", { closedAt: new Date("2026-10-20T12:00:00Z") })).toEqual({ refused: "closed-too-long" });
    expect(after("closed", "reopen", { closedAt: null })).toEqual({ refused: "closed-too-long" });
    expect(after("open", "reopen")).toEqual({ refused: "not-closed" });
  });

  it("changes in eight ways in all, and every other has its words", () => {
    const every = (["open", "monitor", "resume", "propose_closure", "withdraw_closure", "close", "reopen"] as const)
      .flatMap((move) => caseStatuses.map((status) => after(status, move)));
    expect(every.filter((result) => "to" in result)).toHaveLength(8);
    for (const result of every) {
      if ("refused" in result) expect(labels.caseMoveLabels[result.refused]).toMatch(/\.$/);
    }
    expect(after("open", "close")).toEqual({ refused: "closure-not-proposed" });
    expect(after("closed", "monitor")).toEqual({ refused: "closed" });
    expect(after("open", "resume")).toEqual({ refused: "no-such-move" });
  });
});

describe("the words of a case", () => {
  it("are the reference lists, code for code and word for word", () => {
    expect(involvementRoles.map((code) => [code, labels.involvementRoleLabels[code]])).toEqual(lists.involvementRoles);
    expect(caseOutcomes.map((code) => [code, labels.caseOutcomeLabels[code]])).toEqual(lists.caseOutcomes);
    expect(legalGateways.map((code) => [code, labels.legalGatewayLabels[code]])).toEqual(lists.legalGateways);
  });
});
