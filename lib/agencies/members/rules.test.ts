import { describe, expect, it } from "vitest";
import { confirmBy, isQuiet, rolesOffered, splitRoles } from "./rules";

describe("splitRoles", () => {
  it("gives reporter and practitioner at once, and lets every role above wait", () => {
    expect(splitRoles(["manager", "practitioner", "reporter"], [])).toEqual({ now: ["reporter", "practitioner"], waiting: ["manager"] });
    for (const role of ["coordinator", "manager", "chair", "agency_admin", "governance", "analyst", "system_admin"] as const) expect(splitRoles([role], [])).toEqual({ now: [], waiting: [role] });
  });

  it("keeps what is held and takes away at once what is not wanted", () => {
    expect(splitRoles(["manager"], ["manager", "practitioner"])).toEqual({ now: ["manager"], waiting: [] });
  });
});

describe("rolesOffered", () => {
  it("offers casework where cases are worked, figures and settings where they are not", () => {
    expect(rolesOffered("housing")).toEqual(["reporter", "practitioner", "coordinator", "manager", "chair", "agency_admin", "governance"]);
    expect(rolesOffered("oversight")).toEqual(["agency_admin", "governance", "analyst"]);
    expect(rolesOffered("governance")).toEqual(["agency_admin", "governance", "analyst", "system_admin"]);
  });
});

describe("isQuiet", () => {
  const now = new Date("2026-11-29T09:00:00Z");
  it("begins on the 28th day, and counts from the start of a post that was never used", () => {
    expect(isQuiet(new Date("2026-11-02T09:00:00Z"), new Date("2010-04-01"), now)).toBe(false);
    expect(isQuiet(new Date("2026-11-01T23:00:00Z"), new Date("2010-04-01"), now)).toBe(true);
    expect(isQuiet(null, new Date("2026-11-20"), now)).toBe(false);
    expect(isQuiet(null, new Date("2026-10-20"), now)).toBe(true);
  });
});

describe("confirmBy", () => {
  it("is 90 days after the last confirmation, or after the start", () => {
    expect(confirmBy(null, new Date("2026-01-01T09:00:00Z"))).toBe("2026-04-01");
    expect(confirmBy(new Date("2026-03-01T09:00:00Z"), new Date("2010-04-01"))).toBe("2026-05-30");
  });
});
