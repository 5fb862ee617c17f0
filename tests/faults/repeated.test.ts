import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWorld, type World } from "../permissions/world";
import { asOwner } from "../support/database";
import { digest } from "../support/digest";
import { sessionOf } from "../support/sessions";
import { everyKnock, send, type Answer, type Knock } from "./requests";

let world: World;
let knocks: Knock[];
let addEntry: Knock;

beforeAll(async () => {
  world = await buildWorld();
  knocks = everyKnock(world).filter(({ operation }) => operation.kind === "command" && operation.name !== "session.signOutEverywhere");
  addEntry = knocks.find(({ operation }) => operation.name === "entry.add")!;
}, 60_000);

const entriesWith = async (body: string) => (await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "Entry" WHERE body = $1`, [body]))[0]!.n;
/** An answer as far as it may not differ: its number is its own, and what the database kept has its keys in another order. */
const plain = ({ status, body }: Answer) => `${status} ${inOrder({ ...body, requestId: "" })}`;
const inOrder = (value: unknown) => JSON.stringify(value, (_key, one: unknown) => (one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one));

/** The tables that differ. */
const changed = (before: Record<string, string>, after: Record<string, string>) => Object.keys(after).filter((name) => after[name] !== before[name]).join(", ");

describe("a write that is sent again", () => {
  test("20 times at once has one effect and one answer", async () => {
    const session = await sessionOf("Jo Ellwood");
    const key = randomUUID();
    const body = { ...addEntry.body, body: "Twenty at once" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(addEntry, { session, key, body })));
    expect([...new Set(answers.map(plain))]).toEqual([plain(answers[0]!)]);
    expect(answers[0]!.status).toBe(200);
    expect(await entriesWith("Twenty at once")).toBe(1);
  });

  test("with another key is another write, and so is somebody else's with the same key", async () => {
    const key = randomUUID();
    const body = { ...addEntry.body, body: "Said again" };
    const jo = await sessionOf("Jo Ellwood");
    const answers = [await send(addEntry, { session: jo, key, body }), await send(addEntry, { session: jo, body }), await send(addEntry, { session: await sessionOf("Dan Okafor"), key, body })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body: { entryId } }) => entryId)).size).toBe(3);
    expect(await entriesWith("Said again")).toBe(3);
  });

  test("may use its key again when the first came to nothing", async () => {
    const session = await sessionOf("Jo Ellwood");
    const key = randomUUID();
    expect((await send(addEntry, { session, key, body: { ...addEntry.body, body: "" } })).status).toBe(400);
    expect((await send(addEntry, { session, key, body: { ...addEntry.body, body: "Now with words" } })).status).toBe(200);
    expect(await entriesWith("Now with words")).toBe(1);
  });

  // Last: it closes and ends much of what the others write to.
  test("with its key gets the same answer on every route, and has no second effect", async () => {
    const session = await sessionOf("Jo Ellwood");
    const odd: string[] = [];
    const done: string[] = [];
    for (const knock of knocks) {
      const key = randomUUID();
      const untouched = await digest();
      const first = await send(knock, { session, key });
      const after = first.status === 200 ? await digest() : untouched;
      const second = await send(knock, { session, key });
      if (plain(first) !== plain(second)) odd.push(`${knock.at}: ${plain(first).slice(0, 200)}, then ${plain(second).slice(0, 200)}`);
      const left = changed(after, await digest());
      if (left) odd.push(`${knock.at}: answered ${first.status} and then wrote ${left}`);
      if (first.status !== 200) continue;
      done.push(knock.operation.name);
      const other = await send(knock, { session, key, body: { ...knock.body, surprise: 1 } });
      if (other.status !== 400 || !JSON.stringify(other.body).includes("different request")) odd.push(`${knock.at}: ${other.status} for another request with the same key`);
      const spilt = changed(after, await digest());
      if (spilt) odd.push(`${knock.at}: wrote ${spilt} for another request with the same key`);
    }
    expect(odd).toEqual([]);
    expect(done.length).toBeGreaterThan(15);
  }, 120_000);
});
