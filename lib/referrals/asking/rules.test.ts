import { expect, it } from "vitest";
import { isWithinAsked } from "./rules";

it("lets a lead give what was asked or less, never more", () => {
  const asked = { level: "contribute", side: "both" } as const;
  for (const level of ["summary", "contribute"] as const) for (const side of ["both", "victim", "perpetrator"] as const) expect(isWithinAsked({ level, side }, asked)).toBe(true);
  const less = { level: "summary", side: "perpetrator" } as const;
  expect(isWithinAsked({ level: "summary", side: "perpetrator" }, less)).toBe(true);
  expect(isWithinAsked({ level: "contribute", side: "perpetrator" }, less)).toBe(false);
  expect(isWithinAsked({ level: "summary", side: "both" }, less)).toBe(false);
  expect(isWithinAsked({ level: "summary", side: "victim" }, less)).toBe(false);
});
