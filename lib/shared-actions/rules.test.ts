import { describe, expect, it } from "vitest";
import lists from "@/prisma/seed/data/reference-lists.json";
import { isBankHoliday } from "../clocks/holidays/rules";
import { standardRows, standardsFrom } from "../clocks/rules";
import { listedStandardsSchema } from "../clocks/schema";
import { actionRefusals } from "./labels";
import { actionDueAt, isOverdue, mayBecome, sideOfAction } from "./rules";
import { actionStatuses, raiseActionInput } from "./schema";

const standards = standardsFrom(standardRows(listedStandardsSchema.parse(lists.timeStandards)));
const due = (now: string, given: Partial<Parameters<typeof actionDueAt>[0]> = {}) =>
  actionDueAt({ rag: "red", standards, ...given }, new Date(now), isBankHoliday).toISOString();

describe("when an action is due", () => {
  it("follows the colour, in working days with England's bank holidays", () => {
    // Thursday before Good Friday 2026: Easter Monday does not count either.
    expect(due("2026-04-02T10:00:00Z")).toBe("2026-04-09T16:00:00.000Z");
    expect(due("2026-11-18T10:00:00Z", { rag: "amber" })).toBe("2026-12-02T17:00:00.000Z");
    expect(due("2026-11-18T10:00:00Z", { rag: null })).toBe("2026-12-02T17:00:00.000Z");
    expect(due("2026-11-18T10:00:00Z", { rag: "green" })).toBe("2026-12-16T17:00:00.000Z");
  });

  it("is 17:00 London on the day that was asked for, or its end once that has passed", () => {
    expect(due("2026-06-01T10:00:00Z", { dueOn: "2026-06-05" })).toBe("2026-06-05T16:00:00.000Z");
    expect(due("2026-11-18T18:00:00Z", { dueOn: "2026-11-18" })).toBe("2026-11-18T23:59:00.000Z");
  });
});

describe("an action", () => {
  it("ends once, and a refusal comes back to be settled", () => {
    const allowed = actionStatuses.flatMap((from) => actionStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from} to ${to}`));
    expect(allowed).toEqual([
      "offered to accepted", "offered to done", "offered to declined", "offered to cancelled",
      "accepted to done", "accepted to declined", "accepted to cancelled",
      "declined to offered", "declined to cancelled",
    ]);
  });

  it("is late while it is unsettled, declined included", () => {
    const dueAt = new Date("2026-11-18T17:00:00Z");
    const late = (status: (typeof actionStatuses)[number], now = "2026-11-18T17:00:01Z") => isOverdue({ status, dueAt }, new Date(now));
    expect(actionStatuses.filter((status) => late(status))).toEqual(["offered", "accepted", "declined"]);
    expect(late("offered", "2026-11-18T17:00:00Z")).toBe(false);
  });

  it("is kept from the perpetrator's side unless that side asks or is asked", () => {
    expect([sideOfAction("both", "both"), sideOfAction("victim", "both"), sideOfAction("both", "victim")]).toEqual(["victim", "victim", "victim"]);
    expect([sideOfAction("both", "perpetrator"), sideOfAction("perpetrator", "both")]).toEqual(["perpetrator", "perpetrator"]);
    expect([sideOfAction("victim", "perpetrator"), sideOfAction("perpetrator", "victim")]).toEqual(["both", "both"]);
  });
});

it("says what to enter", () => {
  const problems = raiseActionInput.safeParse({ caseId: "1", ownerAgencyId: "", what: "  ", dueOn: "2026-02-30", extra: 1 }).error?.issues.map(({ message }) => message);
  expect(problems).toEqual(["Choose a case", "Select who is asked", "Enter what is asked", "Enter a real date, like 18 11 2026", "Unrecognized key: \"extra\""]);
  expect(Object.values(actionRefusals).every((words) => words.endsWith("."))).toBe(true);
});
