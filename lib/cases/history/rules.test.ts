import { describe, expect, it } from "vitest";
import { answersForCase } from "./rules";

const officer = { memberId: "officer", roles: ["practitioner" as const] };
const manager = { memberId: "manager", roles: ["manager" as const] };
const led = { level: "lead" as const, namedOfficerId: "officer" };

describe("answersForCase", () => {
  it("is the named officer's, and the lead's managers'", () => {
    expect(answersForCase(officer, led)).toBe(true);
    expect(answersForCase(manager, led)).toBe(true);
  });

  it("is no colleague's, and nobody's without the lead", () => {
    expect(answersForCase({ ...officer, memberId: "colleague" }, led)).toBe(false);
    expect(answersForCase(officer, { ...led, level: "contribute" })).toBe(false);
    expect(answersForCase(manager, { ...led, level: "contribute" })).toBe(false);
  });
});
