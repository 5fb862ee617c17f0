import { idOf, truthOf } from "./truth";
import type { World } from "./world";

/** Members who may do something now, one of each kind of role and side before a second of any. */
export function personas(world: World, most: number): string[] {
  const truth = truthOf(world);
  const live = world.tables.Member!.filter((row) => truth.isLive(idOf(row)));
  const turn = new Map<unknown, number>();
  const ranked = live.map((row) => {
    const kind = `${row.roles} ${world.tables.Agency!.find(({ id }) => id === row.agencyId)!.side}`;
    turn.set(kind, (turn.get(kind) ?? 0) + 1);
    return { id: idOf(row), turn: turn.get(kind)!, reach: truth.reads(idOf(row), "Entry").size };
  });
  return ranked.sort((a, b) => a.turn - b.turn || b.reach - a.reach).slice(0, most).map(({ id }) => id);
}
