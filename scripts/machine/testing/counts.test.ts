import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countsOfCheck, countsOfPlaywright, countsOfVitest, summary } from "./counts";

const folder = mkdtempSync(path.join(tmpdir(), "hereward-counts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2, testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };

describe("vitest's report", () => {
  it("gives passed, failed and skipped with to-dos among the skipped", () => {
    expect(countsOfVitest(report("v1", { ...vitest, numFailedTests: 2 }), false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it("counts a file that did not load as a failure beside the failed tests", () => {
    const broken = { ...vitest, numFailedTests: 1, testResults: [{ status: "failed", assertionResults: [] }, { status: "failed", assertionResults: [{ status: "failed" }] }] };
    expect(countsOfVitest(report("v2", broken), false).failed).toBe(2);
  });

  it("does not hide a bad ending behind tests that all passed", () => {
    expect(countsOfVitest(report("v3", vitest), false)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it.each([["absent", path.join(folder, "nowhere")], ["cut off", report("v4", '{"numPassed')]])("is a failure when it is %s", (_, file) => {
    expect(countsOfVitest(file, true).failed).toBe(1);
  });
});

describe("Playwright's report", () => {
  it("counts a test that passed at a second try as failed", () => {
    expect(countsOfPlaywright(report("p1", { ...playwright, stats: { ...playwright.stats, flaky: 1 } }), true)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it("counts errors outside tests", () => {
    expect(countsOfPlaywright(report("p2", { ...playwright, errors: [{ message: "no tests found" }] }), false).failed).toBe(1);
  });

  it("does not hide a bad ending", () => {
    expect(countsOfPlaywright(report("p3", playwright), false).failed).toBe(1);
  });
});

it("closes with one line of three sums", () => {
  const all = [countsOfCheck(true), countsOfCheck(false), countsOfVitest(report("v5", vitest), true)];
  expect(summary(all)).toBe("6 passed, 1 failed, 3 skipped");
});
