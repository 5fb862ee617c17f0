import { describe, expect, it } from "vitest";
import { agreementState, isUnderSection115, whatTheySee } from "./rules";

describe("what an agency sees", () => {
  const words = (...asked: Parameters<typeof whatTheySee>) => Object.values(whatTheySee(...asked)).map((lines) => lines.join(" | "));

  it("never names the victim to the perpetrator's side, at any level", () => {
    for (const level of ["summary", "contribute"] as const) {
      const [sees, doesNotSee] = words(level, "perpetrator");
      expect(sees).not.toMatch(/victim/i);
      expect(doesNotSee).toMatch(/Who the victim is/);
    }
  });

  it("keeps the log from a summary", () => {
    for (const side of ["both", "victim", "perpetrator"] as const) expect(words("summary", side)[1]).toMatch(/The log/);
    expect(words("contribute", "both")[0]).toMatch(/whole log/);
  });

  it("adds what only the lead does", () => {
    expect(words("lead", "both")[0]).toMatch(/hands it over/);
    expect(words("contribute", "both")[0]).not.toMatch(/hands it over/);
  });
});

it("covers public authorities and landlords by section 115, not voluntary bodies", () => {
  expect(["police", "council", "housing", "health", "probation"].every(isUnderSection115)).toBe(true);
  expect(["voluntary", "mediation", "victim_service"].some(isUnderSection115)).toBe(false);
});

it.each([[true, 200, "live"], [true, 60, "ending"], [true, 0, "ending"], [false, 200, "ended"]] as const)("an agreement live %s with %i days left is %s", (isLive, days, state) => {
  expect(agreementState(isLive, days)).toBe(state);
});
