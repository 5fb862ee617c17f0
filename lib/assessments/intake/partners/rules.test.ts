import { describe, expect, it } from "vitest";
import { gatewayFor, partnersFor, type Candidate } from "./rules";

const agency = (id: string, kind: string, more: Partial<Candidate> = {}): Candidate => ({ id, name: id, kind, side: "both", isLive: true, areas: 1, signedHere: true, ...more });
const wanted = (kind: "police" | "health") => [{ kind, reasons: ["risk" as const] }];
const statuses = (candidates: Candidate[], kind: "police" | "health" = "health", onCase: string[] = []) =>
  partnersFor(wanted(kind), candidates, onCase).map((partner) => [partner.status, partner.status === "nobody" ? "" : partner.agency.id]);

describe("partnersFor", () => {
  it("tells the most local of a kind, not the county's contact centre", () => {
    expect(statuses([agency("contact", "police", { areas: 6 }), agency("local", "police")], "police")).toEqual([["possible", "local"]]);
  });

  it("leaves out who is on the case already, and does not fall back on another", () => {
    expect(statuses([agency("contact", "police", { areas: 6 }), agency("local", "police")], "police", ["local"])).toEqual([]);
  });

  it("says who cannot be told for want of an agreement", () => {
    expect(statuses([agency("ended", "health", { isLive: false }), agency("elsewhere", "health", { isLive: false, signedHere: false, areas: 2 })])).toEqual([["no_agreement", "ended"]]);
    expect(statuses([agency("never", "health", { isLive: false, signedHere: false, areas: 0 })])).toEqual([["no_agreement", "never"]]);
  });

  it("says when there is nobody of the kind", () => {
    expect(statuses([agency("elsewhere", "health", { isLive: false, signedHere: false, areas: 2 })])).toEqual([["nobody", ""]]);
  });
});

it("names the law by what is at stake and who is told", () => {
  expect([gatewayFor("police", []), gatewayFor("adult_social_care", ["T3"]), gatewayFor("childrens_social_care", []), gatewayFor("health", ["T1"])])
    .toEqual(["cda_s115", "care_act_s42_45", "children_act", "vital_interests"]);
});
