import type { Size } from "./world";

export const partNames = ["agreement", "faults", "doors", "served", "requests", "mail", "interference"] as const;
export type Part = (typeof partNames)[number];

/** One piece of the proof that a process can do by itself: a part, over the world of one seed; of faults, some of them. */
export type Unit = { part: Part; seed: number; extent: "small" | "full"; faults?: { kind: FaultKind; first: number; every: number } };
export type FaultKind = "database" | "application" | "doors" | "desks";

export type Tried = { threat: string; what: string; caught: string | null };

/** What came of one: sums, lists of what ought not to be, and words for whoever watches. */
export type Findings = { sums: Record<string, number>; odd: Record<string, string[]>; tried: Tried[]; line: string };

type Extent = {
  agreement: { worlds: number; size: Size };
  faults: { worlds: number; size: Size; every: number; in: number };
  doors: { worlds: number; size: Size; cases: number; members: number };
  served: { worlds: number; size: Size; cases: number; personas: number };
  requests: { worlds: number; size: Size; members: number; each: number; swaps: number; runs: number };
  mail: { worlds: number; size: Size };
  interference: { worlds: number; size: Size; cases: number; members: number; pairs: number };
  /** What the sums are to come to. */
  least: Record<"triples" | "triplesByHttp" | "faults" | "pairs" | "canaries" | "swaps" | "runs", number>;
};

export const extents: Record<"small" | "full", Extent> = {
  small: {
    agreement: { worlds: 1, size: { agencies: 13, members: 40, cases: 20 } },
    faults: { worlds: 6, size: { agencies: 13, members: 30, cases: 14 }, every: 16, in: 1 },
    doors: { worlds: 1, size: { agencies: 13, members: 24, cases: 6 }, cases: 4, members: 2 },
    served: { worlds: 1, size: { agencies: 13, members: 24, cases: 4 }, cases: 3, personas: 2 },
    requests: { worlds: 1, size: { agencies: 13, members: 24, cases: 8 }, members: 1, each: 2, swaps: 200, runs: 20 },
    mail: { worlds: 1, size: { agencies: 13, members: 24, cases: 8 } },
    interference: { worlds: 1, size: { agencies: 13, members: 24, cases: 6 }, cases: 3, members: 3, pairs: 6 },
    least: { triples: 100_000, triplesByHttp: 100, faults: 6, pairs: 6, canaries: 100, swaps: 50, runs: 20 },
  },
  full: {
    agreement: { worlds: 4, size: { agencies: 15, members: 60, cases: 36 } },
    faults: { worlds: 6, size: { agencies: 13, members: 34, cases: 18 }, every: 1, in: 4 },
    doors: { worlds: 3, size: { agencies: 13, members: 34, cases: 18 }, cases: 18, members: 15 },
    served: { worlds: 2, size: { agencies: 13, members: 34, cases: 16, density: 6 }, cases: 16, personas: 12 },
    requests: { worlds: 6, size: { agencies: 13, members: 34, cases: 18 }, members: 14, each: 20, swaps: 17_000, runs: 340 },
    mail: { worlds: 3, size: { agencies: 13, members: 34, cases: 18 } },
    interference: { worlds: 6, size: { agencies: 13, members: 34, cases: 14 }, cases: 14, members: 16, pairs: 840 },
    least: { triples: 1_000_000, triplesByHttp: 50_000, faults: 60, pairs: 5_000, canaries: 50_000, swaps: 100_000, runs: 2_000 },
  },
};

/** Everything that there is to do, the longest first. */
export function unitsOf(name: "small" | "full", seed: number, only?: Part): Unit[] {
  const extent = extents[name];
  const offsets: Record<Part, number> = { agreement: 0, faults: 1, doors: 2, served: 3, requests: 4, interference: 5, mail: 6 };
  const worlds = (part: Exclude<Part, "faults">): Unit[] => Array.from({ length: extent[part].worlds }, (_, n) => ({ part, seed: seed + offsets[part] + n, extent: name }));
  const faults: Unit[] = (["application", "database", "doors", "desks"] as const).flatMap((kind) =>
    Array.from({ length: kind === "desks" ? 1 : extent.faults.in }, (_, n) => ({ part: "faults" as const, seed: seed + offsets.faults, extent: name, faults: { kind, first: n * extent.faults.every, every: (kind === "desks" ? 1 : extent.faults.in) * extent.faults.every } })));
  const all = [...worlds("served"), ...worlds("interference"), ...worlds("requests"), ...faults, ...worlds("doors"), ...worlds("agreement"), ...worlds("mail")];
  return only ? all.filter(({ part }) => part === only) : all;
}
