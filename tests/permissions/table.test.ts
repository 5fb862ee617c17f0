import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { anyMember } from "../../lib/platform/decision";
import { everyDoor } from "./doors";
import { sentencesOfAdministration } from "./table/administration";
import { sentencesOfCases } from "./table/cases";
import { sentencesOfGovernance } from "./table/governance";
import { sentencesOfKeeping } from "./table/keeping";
import { openToEveryMember } from "./table/everyone";
import { pageOf, tableOf } from "./table/page";
import { sentencesOfReports } from "./table/reports";
import { sentencesOfRequests } from "./table/requests";
import { sentencesOfRisk } from "./table/risk";
import { sentencesOfSharedWork } from "./table/shared-work";

/** Where each refusal was made: file, function and reason. The policies refuse as ever; this only listens. */
const refusedAt = vi.hoisted(() => new Set<string>());

vi.mock("../../lib/platform/decision", async (original) => {
  const real = await original<typeof import("../../lib/platform/decision")>();
  const refuse = (reason: string) => {
    const frame = (new Error().stack ?? "").split("\n")[2] ?? "";
    const [, name, file] = /at (?:\w+\.)?(\w+) .*?\/(lib\/.+?\.ts)/.exec(frame) ?? [];
    refusedAt.add(`${file} ${name} ${reason}`);
    return real.refuse(reason);
  };
  return { ...real, refuse };
});

const rows = [...sentencesOfCases, ...sentencesOfRisk, ...sentencesOfReports, ...sentencesOfSharedWork, ...sentencesOfRequests, ...sentencesOfKeeping, ...sentencesOfGovernance, ...sentencesOfAdministration].flat();
const doors = await everyDoor();

/** Every `refuse("…")` of a policy or a door, with the function it stands in. */
function refusalsInSources(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).map((file) => path.join("lib", file)).filter((file) => /\/(policy|queries|commands)\.ts$/.test(file));
  return files.sort().flatMap((file) => {
    let standsIn = "";
    return readFileSync(file, "utf8").split("\n").flatMap((line) => {
      standsIn = /function (\w+)/.exec(line)?.[1] ?? /^ {2}(allow): /.exec(line)?.[1] ?? standsIn;
      return [...line.matchAll(/\brefuse\(("([^"]+)")?/g)].map((found) => `${file} ${standsIn} ${found[2] ?? "(a reason that is not written out)"}`);
    });
  });
}

describe("the table of permissions", () => {
  test.each(rows.map((row) => [row.sentence, row] as const))("%s", (_sentence, { reason, decide }) => {
    expect(decide()).toEqual(reason ? { allowed: false, reason } : { allowed: true });
  });

  test("says why in words, for each reason it gives", () => {
    const wordless = rows.filter(({ reason, deed }) => reason && !deed.words?.[reason]).map(({ deed, reason }) => `${deed.name}: ${reason}`);
    expect([...new Set(wordless)]).toEqual([]);
  });

  test("says nothing twice", () => {
    const sentences = rows.map(({ sentence }) => sentence);
    expect(sentences.filter((one, index) => sentences.indexOf(one) !== index)).toEqual([]);
  });

  test("has both answers for every door that is not open to every member", () => {
    const judged = doors.filter(({ name }) => !openToEveryMember.includes(name));
    const lacking = judged.flatMap(({ name }) => {
      const own = rows.filter(({ deed }) => deed.name === name);
      return [...(own.some(({ reason }) => !reason) ? [] : [`${name} has nobody who may`]), ...(own.some(({ reason }) => reason) ? [] : [`${name} has nobody who may not`])];
    });
    expect(lacking).toEqual([]);
  });

  test("names the doors that are open to every member, and no others", () => {
    const open = doors.filter(({ allow }) => allow === anyMember).map(({ name }) => name);
    expect(open).toEqual(openToEveryMember);
  });

  test("reaches every refusal that a policy can make", () => {
    for (const { decide } of rows) decide();
    const written = refusalsInSources();
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter((one) => !refusedAt.has(one))).toEqual([]);
  });

  test.each([["permissions.md", pageOf], ["permissions.json", tableOf]] as const)("is what docs/%s says", (name, write) => {
    const file = path.join(process.cwd(), "docs", name);
    const page = write(rows, doors);
    if (process.env.UPDATE_DOCS === "1") writeFileSync(file, page);
    expect(readFileSync(file, "utf8"), "run UPDATE_DOCS=1 npx vitest run tests/permissions/table.test.ts").toBe(page);
  });
});
