import { describe, expect, it } from "vitest";
import { namedAs, personProblems } from "./rules";
import { personInput } from "./schema";

const typed = (input: unknown) => personInput.safeParse(input);
const message = (input: unknown) => typed(input).error?.issues[0]?.message;
const person = (bornOn: string) => personInput.parse({ kind: "individual", familyName: "Reed", bornOn });

describe("a person as typed", () => {
  it("may be half known", () => {
    expect(personInput.parse({ kind: "individual", givenName: "  Tyler " }))
      .toEqual({ kind: "individual", givenName: "Tyler", familyName: "", bornOn: null, language: "" });
    expect(personInput.parse({ kind: "individual", familyName: "Reed", bornOn: "2011-06-01" }))
      .toMatchObject({ familyName: "Reed", bornOn: "2011-06-01" });
    expect(personInput.parse({ kind: "group", name: "Youths, unknown" })).toEqual({ kind: "group", name: "Youths, unknown" });
  });

  it("is asked for what is missing or wrong", () => {
    expect(message({ kind: "individual" })).toBe("Enter a first name or a last name");
    expect(message({ kind: "organisation", name: " " })).toBe("Enter the name of the organisation");
    expect(message({ kind: "group" })).toMatch(/^Enter a few words for the group/);
    expect(message({ kind: "dog", name: "Rex" })).toBe("Select a person, an organisation or a group");
    expect(message({ kind: "individual", familyName: "Reed", bornOn: "2026-02-30" })).toMatch(/real date/);
    expect(message({ kind: "individual", familyName: "x".repeat(101) })).toBe("The last name must be 100 characters or fewer");
    expect(message({ kind: "individual", familyName: "Reed", role: "perpetrator" })).toMatch(/role/);
  });

  it("is stored under one name", () => {
    expect(namedAs(personInput.parse({ kind: "individual", givenName: "Tyler", familyName: "Reed" })))
      .toEqual({ kind: "individual", givenName: "Tyler", familyName: "Reed", fullName: "Tyler Reed" });
    expect(namedAs({ kind: "organisation", name: "Corner shop" })).toMatchObject({ givenName: "", fullName: "Corner shop" });
  });
});

describe("a date of birth", () => {
  it("is before the report and within belief", () => {
    expect(personProblems(person("2026-11-18"), "2026-11-18")).toEqual([]);
    expect(personProblems(person("2026-11-19"), "2026-11-18", ["affected", 0, "person"]))
      .toEqual([{ path: ["affected", 0, "person", "bornOn"], message: "The date of birth must be before the report" }]);
    expect(personProblems(person("1906-11-17"), "2026-11-18")[0]?.message).toBe("The date of birth must be in the last 120 years");
    expect(personProblems(person("1906-11-18"), "2026-11-18")).toEqual([]);
    expect(personProblems({ kind: "group", name: "Youths" }, "2026-11-18")).toEqual([]);
  });
});
