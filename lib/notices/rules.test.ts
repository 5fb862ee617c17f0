import { describe, expect, it } from "vitest";
import { mostToldOfTeam, whomToTell, type Tellable } from "./rules";

const manager: Tellable = { id: "manager", agencyId: "a", roles: ["manager"] };
const officer: Tellable = { id: "officer", agencyId: "a", roles: ["practitioner"] };
const other: Tellable = { id: "other", agencyId: "a", roles: ["practitioner"] };
const nurse: Tellable = { id: "nurse", agencyId: "b", roles: ["practitioner"] };

describe("whom to tell", () => {
  it("is the managers, and whoever works the case by name", () => {
    expect(whomToTell([manager, officer, other], new Set(["officer"]), false)).toEqual(["manager", "officer"]);
    expect(whomToTell([manager, officer, other], new Set(["officer"]), true)).toEqual(["manager", "officer"]);
  });

  it("is the practitioners too while nobody of the agency has it", () => {
    expect(whomToTell([manager, officer, other], new Set(), true)).toEqual(["manager", "officer", "other"]);
    expect(whomToTell([manager, officer, other], new Set(), false)).toEqual(["manager"]);
  });

  it("is never nobody: an agency without managers hears through its practitioners", () => {
    expect(whomToTell([manager, nurse], new Set(), false)).toEqual(["manager", "nurse"]);
  });

  it("is not the whole of a large team", () => {
    const team = Array.from({ length: 40 }, (_, index): Tellable => ({ id: `p${index}`, agencyId: "c", roles: ["practitioner"] }));
    expect(whomToTell(team, new Set(), true)).toHaveLength(mostToldOfTeam);
  });
});
