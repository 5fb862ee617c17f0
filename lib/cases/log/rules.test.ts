import { describe, expect, it } from "vitest";
import { audienceWords, laterCursor, parseCursor, readersInWords, sealingFor, type Side } from "./rules";
import type { AudienceInput, ReadersView } from "./schema";

const everyone: AudienceInput = { to: "everyone", agencyIds: [], withOtherSide: false, notice: "", noticeEndsOn: null };
const readers: ReadersView = {
  agencies: [{ agencyId: "p", name: "Police", side: "both", isHealth: false }, { agencyId: "v", name: "Victim service", side: "victim", isHealth: false }, { agencyId: "y", name: "Youth justice", side: "perpetrator", isHealth: false }],
  members: [{ name: "Jo", agencyName: "Police", side: "both" }, { name: "Amina", agencyName: "Youth justice", side: "perpetrator" }],
  panelName: "", hasOneComplainant: false,
};
const writing = (agencyId: string, side: Side, fixedSide?: Side) => ({ agencyId, side, fixedSide, readers: readers.agencies });

describe("who may read an entry", () => {
  it.each<[string, AudienceInput, ReturnType<typeof writing>, unknown]>([
    ["is kept from the perpetrator's side unless said", everyone, writing("p", "both"), { side: "victim", audience: [] }],
    ["stays with the perpetrator's side when one of theirs writes", everyone, writing("y", "perpetrator"), { side: "perpetrator" }],
    ["reaches both sides when a both-sided author says so", { ...everyone, withOtherSide: true }, writing("p", "both"), { side: "both" }],
    ["never reaches the other side from a one-sided author", { ...everyone, withOtherSide: true }, writing("v", "victim"), "one-side-only"],
    ["always includes the author's own agency", { ...everyone, to: "agencies", agencyIds: ["v"] }, writing("p", "both"), { audience: ["p", "v"], side: "victim" }],
    ["crosses to an agency of the other side that is named", { ...everyone, to: "agencies", agencyIds: ["y"] }, writing("p", "both"), { audience: ["p", "y"], side: "both" }],
    ["goes to no agency that does not work the case", { ...everyone, to: "agencies", agencyIds: ["x"] }, writing("p", "both"), "not-a-reader"],
    ["keeps a contact with the victim from the other side, though named", { ...everyone, to: "agencies", agencyIds: ["y"] }, writing("p", "both", "victim"), "kept-from-that-side"],
    ["keeps a contact with somebody alleged from the victim's side", everyone, writing("p", "both", "perpetrator"), { side: "perpetrator" }],
    ["drops a notice where nothing is sealed", { ...everyone, notice: "Ask us" }, writing("p", "both"), { notice: "" }],
  ])("%s", (_words, choice, given, expected) => {
    const made = sealingFor(choice, given);
    if (typeof expected === "string") expect(made).toBe(expected);
    else expect(made).toMatchObject(expected as object);
  });

  it("says the same before it is written", () => {
    expect(readersInWords(everyone, readers, { agencyId: "p", side: "both" })).toEqual({ reads: "Police and Victim service", not: "Youth justice" });
    expect(readersInWords({ ...everyone, to: "agencies", agencyIds: ["v"] }, readers, { agencyId: "p", side: "both" })).toEqual({ reads: "Police and Victim service", not: "Youth justice" });
    expect(readersInWords({ ...everyone, to: "members" }, readers, { agencyId: "p", side: "both" }).reads).toBe("Jo (Police)");
    expect(readersInWords({ ...everyone, withOtherSide: true }, readers, { agencyId: "p", side: "both", fixedSide: "victim" }).reads).toBe("Police and Victim service");
  });
});

it("names the readers of an entry that stands", () => {
  expect(audienceWords({ audience: [], membersOnly: false, side: "victim" }, [])).toBe("All partners");
  expect(audienceWords({ audience: ["p", "v"], membersOnly: false, side: "victim" }, ["Police", "Victim service"])).toBe("Police and Victim service");
  expect(audienceWords({ audience: [], membersOnly: true, side: "both" }, [])).toBe("Named members only");
});

it("orders places in the feed by transaction, then number", () => {
  expect(laterCursor(parseCursor("9.1"), parseCursor("10.0"))).toEqual({ txId: 10n, seq: 0n });
  expect(laterCursor(parseCursor("9.2"), parseCursor("9.10"))).toEqual({ txId: 9n, seq: 10n });
});
