import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, InvalidInput, NotFound, Refused } from "../../lib/platform/errors";
import { memberNamed } from "../support/county";
import { digest, everyRequestLeaves } from "../support/digest";
import { inputFor } from "./asking";
import { everyDoor } from "./doors";
import { buildWorld, type World } from "./world";

/** Members of an agency with no agreement for Fenland, of one with none at all, and of roles that read no cases. */
const strangers = ["Asha Patel", "Rosa Mill", "Sam Ito", "Owen Price"];

/** What a request may always leave behind: its audit, and what is the asker's own. */
const own = [...everyRequestLeaves, "Draft", "IdempotencyRecord", "CaseLook", "ReferenceCounter"];

/** Information governance reads which cases there are, by reference, and why one was opened in an emergency; nothing that a case says. */
const governanceIsTold = (canary: string) => [world.reference, world.caseId, "canary-emergency"].includes(canary);

const doors = await everyDoor();
let world: World;

async function knock(door: (typeof doors)[number], member: string, input: unknown): Promise<unknown> {
  return door.kind === "query" ? (await door.ask({ member }, input)).view : door.do({ member }, input);
}

beforeAll(async () => {
  world = await buildWorld();
}, 60_000);

describe("a stranger", () => {
  test("has a request for every door that gets past its form, so that what follows is not about typing mistakes", () => {
    expect(doors.length).toBeGreaterThan(55);
    const misfits = doors.flatMap((door) => {
      const parsed = door.input.safeParse(inputFor(door, world.named, world.special));
      return parsed.success ? [] : [`${door.name}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`];
    });
    expect(misfits).toEqual([]);
  });

  test.each(strangers)("%s is shown nothing and changes nothing through any door", async (name) => {
    const member = await memberNamed(name);
    const before = await digest(own);
    // To look for a case in an emergency leaves its own record, whatever it finds: tests/integration/cases/seek.test.ts holds it to that.
    for (const door of doors.filter((one) => one.name !== "case.seek")) {
      const input = inputFor(door, world.named, world.special);
      // An answer may repeat what was asked; what was not asked is what must not be told.
      const untold = world.canaries.filter((canary) => !JSON.stringify(input).includes(canary) && !(name === "Owen Price" && governanceIsTold(canary)));
      try {
        const seen = JSON.stringify(await knock(door, member, input)) ?? "";
        for (const canary of untold) expect(seen.includes(canary), `${door.name} showed ${name} "${canary}"`).toBe(false);
      } catch (error) {
        const known = [NotFound, Forbidden, Refused, Conflict, InvalidInput].some((kind) => error instanceof kind);
        if (!known) throw error;
        const said = JSON.stringify([(error as Error).message, (error as Refused).detail ?? null, (error as Conflict).current ?? null]);
        for (const canary of untold) expect(said.includes(canary), `${door.name} told ${name} "${canary}"`).toBe(false);
      }
    }
    expect(await digest(own)).toEqual(before);
  }, 120_000);

  test("is who this is about: the lead, at the same doors, sees the canaries", async () => {
    const lead = await memberNamed("Jo Ellwood");
    const seen: string[] = [];
    for (const door of doors.filter((one) => one.kind === "query")) {
      const view = await knock(door, lead, inputFor(door, world.named, world.special)).catch(() => null);
      seen.push(JSON.stringify(view) ?? "");
    }
    for (const canary of world.canaries) expect(seen.some((view) => view.includes(canary)), canary).toBe(true);
  }, 120_000);
});
