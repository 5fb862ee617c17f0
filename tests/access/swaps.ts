import { Client } from "pg";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { Canaries } from "./canaries";
import { Chance } from "./random";
import { everyAddress, messageTo, namesOf, send, type Address, type Answer, type Message } from "./requests";
import { signIn } from "./sign-in";
import { idOf, truthOf } from "./truth";
import type { World } from "./world";

export type Swapped = { tried: number; odd: string[] };

/** Names of ids that tell of a case, a report or a person, with the table that each stands in. */
const secrets: Record<string, string> = {
  caseId: "Case", reportId: "Report", sameAsId: "Report", entryId: "Entry", readId: "Entry", actionId: "SharedAction", interventionId: "Intervention", referralId: "Referral", needId: "Need", triggerId: "LiveTrigger", overrideId: "RagOverride",
  dutyCallId: "DutyCall", clockId: "Clock", callId: "DutyCall", grantId: "Grant", assessmentId: "Assessment", involvementId: "Involvement", otherInvolvementId: "Involvement", withWhom: "Involvement", personId: "Person", exclusionId: "CaseExclusion", glassId: "BreakGlass",
};

/** Puts what is hidden in the place of every id that a member may send, and compares the answer with that for an id which never was. */
export async function swapIds(world: World, urls: DatabaseUrls, members: string[], { each, most }: { each: number; most: number }): Promise<Swapped> {
  const chance = new Chance(world.seed + 99);
  const truth = truthOf(world);
  const canaries = new Canaries(world);
  const owner = new Client({ connectionString: urls.DATABASE_URL });
  await owner.connect();
  const result: Swapped = { tried: 0, odd: [] };
  try {
    for (const member of members) {
      const session = await signIn(owner, member);
      const mine = [...truth.reads(member, "Case")];
      const ownCase = mine.find((id) => truth.ways(member, id).some(({ level }) => level === "contribute" || level === "lead")) ?? mine[0];
      if (!ownCase) continue;
      const ownReport = [...truth.reads(member, "Report")][0] ?? chance.id();
      const named = namesOf(world, ownCase, ownReport, member);
      const hidden = Object.fromEntries(Object.values(secrets).map((table) => [table, world.tables[table]!.map(idOf).filter((id) => !truth.reads(member, table).has(id))]));
      const before = await sums(owner, world, hidden);
      for (const address of everyAddress()) {
        if (/sign-out|breakGlass/.test(`${address.at} ${address.operation.name}`)) continue;
        const message = messageTo(address, named);
        for (const place of placesIn(message)) await swapOne(address, message, place);
        if (result.tried >= most) break;
      }
      const changed = await sums(owner, world, hidden);
      for (const [table, sum] of Object.entries(changed)) if (before[table] !== sum) result.odd.push(`seed ${world.seed}: hidden rows of ${table} changed while ${member} asked`);

      async function swapOne(address: Address, message: Message, { name, set }: Place): Promise<void> {
        const absent = chance.id();
        const ask = async (id: string) => without(await send(address, set(id), session), id);
        const never = await ask(absent);
        for (const id of chance.mixed(hidden[secrets[name]!]!).slice(0, each)) {
          const given = await ask(id);
          result.tried += 1;
          const told = canaries.in(given.text).filter((word) => !canaries.isFor(member, word, address.at));
          if (told.length > 0) result.odd.push(`seed ${world.seed}, ${member}, ${address.at}, ${name} ${id}: told ${canaries.where(told[0]!)}`);
          if (same(given, never)) continue;
          // What was done in between may have changed the answer for both.
          if (same(await ask(chance.id()), await ask(id))) continue;
          result.odd.push(`seed ${world.seed}, ${member}, ${address.at}, ${name} ${id}: ${given.status} ${given.text.slice(0, 120)}, and for what never was ${never.status} ${never.text.slice(0, 120)}`);
        }
      }
    }
    return result;
  } finally {
    await owner.end();
  }
}

type Place = { name: string; set: (id: string) => Message };

/** Every place of a message that holds an id which tells something. */
function placesIn(message: Message): Place[] {
  const places: Place[] = [];
  const walk = (value: unknown, steps: (string | number)[]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === "string" && name in secrets) places.push({ name, set: (id) => put(message, [...steps, name], id) });
      else walk(inner, [...steps, name]);
    }
  };
  walk(message, []);
  return places;
}

function put(message: Message, steps: (string | number)[], id: string): Message {
  const copy = structuredClone(message) as unknown as Record<string | number, unknown>;
  const last = steps.at(-1)!;
  const holder = steps.slice(0, -1).reduce<Record<string | number, unknown>>((at, step) => at[step] as Record<string | number, unknown>, copy);
  holder[last] = id;
  return copy as unknown as Message;
}

const without = (answer: Answer, id: string): Answer => ({ status: answer.status, text: answer.text.replaceAll(id, "id") });
const same = (one: Answer, other: Answer) => one.status === other.status && one.text === other.text;

async function sums(owner: Client, world: World, hidden: Record<string, string[]>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [table, ids] of Object.entries(hidden)) {
    const { rows } = await owner.query<{ sum: string }>(`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY id), '')) AS sum FROM "${table}" t WHERE id = ANY ($1::uuid[])`, [ids]);
    found[table] = rows[0]!.sum;
  }
  return found;
}
