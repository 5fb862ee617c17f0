import { describe, expect, it } from "vitest";
import { checklist, type Standing } from "./rules";

const empty: Standing = { governance: 2, areas: 0, areasWithIntake: 0, agencies: 0, agenciesWithoutDomains: 0, agreementsLive: 0, agreementsProposed: 0, agenciesUnsigned: 0, agenciesWithoutAdmin: 0, workers: 0, invitationsOpen: 0 };
const next = (more: Partial<Standing>) => checklist({ ...empty, ...more }).find((step) => step.isNext)?.key;

describe("setting a county up", () => {
  it("goes from people to areas, agencies, agreements, administrators, members and who takes reports on", () => {
    expect(next({ governance: 1 })).toBe("governance");
    expect(next({})).toBe("areas");
    expect(next({ areas: 2 })).toBe("agencies");
    expect(next({ areas: 2, agencies: 1, agenciesWithoutDomains: 1 })).toBe("agencies");
    expect(next({ areas: 2, agencies: 1, agenciesUnsigned: 1 })).toBe("agreements");
    expect(next({ areas: 2, agencies: 1, agreementsLive: 1, agenciesUnsigned: 1 })).toBe("agreements");
    expect(next({ areas: 2, agencies: 1, agreementsLive: 1, agenciesWithoutAdmin: 1 })).toBe("admins");
    expect(next({ areas: 2, agencies: 1, agreementsLive: 1 })).toBe("workers");
    expect(next({ areas: 2, agencies: 1, agreementsLive: 1, workers: 1, areasWithIntake: 1 })).toBe("intake");
    expect(next({ areas: 2, agencies: 1, agreementsLive: 1, workers: 1, areasWithIntake: 2 })).toBeUndefined();
  });

  it("says that a proposed agreement waits for somebody else", () => {
    expect(checklist({ ...empty, agreementsProposed: 1 }).find(({ key }) => key === "agreements")).toMatchObject({ isDone: false, action: "Open the agreements", words: expect.stringMatching(/somebody else/) });
  });
});
