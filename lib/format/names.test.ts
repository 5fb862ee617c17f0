import { expect, it } from "vitest";
import { ageOn, ageWords, displayName, isUnder18, joinedName, type Named, nameNotKnown } from "./names";

const tyler: Named = { kind: "individual", givenName: "Tyler", familyName: "Reed", fullName: "Tyler Reed" };
const youths: Named = { kind: "group", givenName: "", familyName: "", fullName: "Youths, unknown" };
const unnamed: Named = { kind: "individual", givenName: "", familyName: "", fullName: "" };

it("counts whole years to a day", () => {
  expect(ageOn("2011-11-19", "2026-11-18")).toBe(14);
  expect(ageOn("2011-11-18", "2026-11-18")).toBe(15);
  expect(ageOn("2011-11-18", "2011-11-18")).toBe(0);
  expect(ageOn("2011-11-18", "2011-11-17")).toBeNull();
});

it("lets someone born on a leap day come of age on 1 March", () => {
  expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
  expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
  expect(ageOn("2008-02-29", "2028-02-29")).toBe(20);
});

it("says who is under 18", () => {
  expect(ageWords("2011-06-01", "2026-11-18")).toBe("15, under 18");
  expect(ageWords("1982-06-01", "2026-11-18")).toBe("44");
  expect(ageWords(null, "2026-11-18")).toBe("");
  expect(isUnder18("2008-11-19", "2026-11-18")).toBe(true);
  expect(isUnder18("2008-11-18", "2026-11-18")).toBe(false);
  expect(isUnder18(null, "2026-11-18")).toBe(false);
});

it("shows a name", () => {
  expect(displayName(tyler)).toBe("Tyler Reed");
  expect(displayName({ ...tyler, fullName: " " })).toBe("Tyler Reed");
  expect(displayName(youths)).toBe("Youths, unknown");
  expect(displayName(unnamed)).toBe(nameNotKnown);
  expect(joinedName({ givenName: "", familyName: " Reed " })).toBe("Reed");
});
