import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { idOf, truthOf } from "./truth";
import { changeable, firstWall, secondWall, Walls, type Sets } from "./walls";
import type { World } from "./world";

export type Disagreement = { seed: number; actor: string; what: string; id: string; wall: string; kind: "leak" | "denial" };
export type Agreement = { triples: number; disagreements: Disagreement[] };

/** Holds both walls, each alone, to the truth: for every member of a world, every row, to read, to change and to point at. */
export async function agree(world: World, urls: DatabaseUrls, { members, stopAtFirst = false, only }: { members?: string[]; stopAtFirst?: boolean; only?: "first" | "second" } = {}): Promise<Agreement> {
  const truth = truthOf(world);
  const walls = await Walls.of(urls);
  walls.references = [world.tables.Case!.map(idOf), world.tables.Case!.map(({ reference }) => String(reference))];
  walls.people = world.tables.Person!.map(idOf);
  const result: Agreement = { triples: 0, disagreements: [] };
  const rowsOf = (what: string) => world.tables[what.split(" ")[0]!]!;
  const compare = (actor: string, wall: string, what: string, wanted: Set<string>, given: Set<string>, ids = rowsOf(what).map(idOf)) => {
    result.triples += ids.length;
    const odd = (id: string, kind: "leak" | "denial") => result.disagreements.push({ seed: world.seed, actor, what, id, wall, kind });
    for (const id of ids) {
      if (given.has(id) && !wanted.has(id)) odd(id, "leak");
      if (!given.has(id) && wanted.has(id)) odd(id, "denial");
    }
  };
  const none = new Set<string>();
  const setOf = (sets: Sets, what: string) => sets.get(what) ?? none;
  try {
    for (const member of members ?? world.tables.Member!.map(idOf)) {
      const second = await walls.second(member);
      if ((second !== null) !== truth.isLive(member)) result.disagreements.push({ seed: world.seed, actor: member, what: "Member (authority)", id: member, wall: "second", kind: second ? "leak" : "denial" });
      const reads = second?.reads ?? new Map<string, Set<string>>();
      if (only !== "first") {
        for (const what of secondWall) compare(member, "second", what, truth.reads(member, what), setOf(reads, what));
        for (const what of changeable) compare(member, "second, to change", what, truth.changes(member, what), setOf(second?.changes ?? new Map(), what));
        compare(member, "pointers", "Case", truth.points(member), second?.points ?? none);
        const [wanted, told] = [truth.elsewhere(member), second?.elsewhere ?? none];
        compare(member, "pointers", "Person (known elsewhere)", wanted, told, [...new Set([...wanted, ...told])]);
      }
      if (second && only !== "second") {
        const first = await walls.first(second.actor, second.now);
        for (const what of firstWall) compare(member, "first", what, truth.reads(member, what), setOf(first, what));
      }
      if (stopAtFirst && result.disagreements.length > 0) break;
    }
    return result;
  } finally {
    await walls.close();
  }
}
