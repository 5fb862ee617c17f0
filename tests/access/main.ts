import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { agree, type Disagreement } from "./agreement";
import { databaseFor, openCluster } from "./databases";
import { tryApplicationFaults, tryDatabaseFaults, type Loaded, type Tried } from "./faults";
import { applicationFaults } from "./faults-application";
import { databaseFaults } from "./faults-database";
import { figure, table, type Figure } from "./figures";
import { makeWorld, type Size } from "./world";

const help = `Usage: npm run test:access -- [--small | --full] [--seed N] [--json FILE]

Holds the two walls to a third reading of the access rule, over generated worlds, and prints each figure beside its target.

  --small      a seeded tenth, as in npm test
  --full       what the figures ask for (the default)
  --part NAME  that part alone: agreement, faults
  --seed N     begin with this seed: the same seed makes the same worlds
  --json FILE  write the figures there as well`;

type Extent = { worlds: number; size: Size; faultWorlds: number; faultSize: Size; everyNthFault: number; triples: number };

const extents: Record<"small" | "full", Extent> = {
  small: { worlds: 1, size: { agencies: 13, members: 40, cases: 20 }, faultWorlds: 1, faultSize: { agencies: 13, members: 30, cases: 14 }, everyNthFault: 10, triples: 100_000 },
  full: { worlds: 8, size: { agencies: 15, members: 60, cases: 36 }, faultWorlds: 6, faultSize: { agencies: 13, members: 34, cases: 18 }, everyNthFault: 1, triples: 1_000_000 },
};

async function proveAgreement(seed: number, { worlds, size, triples: wanted }: Extent): Promise<Figure[]> {
  let triples = 0;
  const odd: Disagreement[] = [];
  for (let n = 0; n < worlds; n += 1) {
    const world = makeWorld(seed + n, size);
    const { urls, drop } = await databaseFor(world);
    const found = await agree(world, urls);
    triples += found.triples;
    odd.push(...found.disagreements);
    console.log(`  seed ${world.seed}, ${world.now.toISOString()}: ${Object.values(world.tables).reduce((sum, rows) => sum + rows.length, 0)} rows, ${found.triples.toLocaleString("en-GB")} triples, ${found.disagreements.length} disagreements`);
    await drop();
  }
  for (const one of odd.slice(0, 40)) console.error(`  ${one.kind}: seed ${one.seed}, actor ${one.actor}, ${one.what} ${one.id}: the ${one.wall} wall differs from the truth`);
  return [
    figure("authorisation triples", triples, { atLeast: wanted }, "actor × row × operation"),
    figure("leaks", odd.filter(({ kind }) => kind === "leak").length, { atMost: 0 }, ""),
    figure("wrongful denials", odd.filter(({ kind }) => kind === "denial").length, { atMost: 0 }, ""),
  ];
}

async function proveFaults(seed: number, { faultWorlds, faultSize, everyNthFault }: Extent): Promise<Figure[]> {
  const loaded: (Loaded & { drop: () => Promise<void> })[] = [];
  for (let n = 0; n < faultWorlds; n += 1) {
    const world = makeWorld(seed + 1 + n, faultSize);
    loaded.push({ world, ...(await databaseFor(world)) });
  }
  const nth = <Fault>(faults: readonly Fault[]) => faults.filter((_fault, n) => n % everyNthFault === 0);
  const tried: Tried[] = [...(await tryDatabaseFaults(loaded, nth(databaseFaults))), ...(await tryApplicationFaults(loaded, nth(applicationFaults)))];
  for (const one of tried) console.log(`  ${one.caught ? "caught" : "MISSED"}  ${one.threat} · ${one.what}${one.caught ? ` · ${one.caught}` : ""}`);
  for (const { drop } of loaded) await drop();
  const caught = tried.filter((one) => one.caught).length;
  return [
    figure("seeded faults", tried.length, { atLeast: everyNthFault === 1 ? 60 : 6 }, "patches"),
    figure("seeded faults caught %", (100 * caught) / tried.length, { atLeast: 98 }, "%"),
  ];
}

async function timed(name: string, work: () => Promise<Figure[]>): Promise<Figure[]> {
  const begun = Date.now();
  console.log(name);
  const figures = await work();
  console.log(`  ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
  return figures;
}

const parts: [string, string, (seed: number, extent: Extent) => Promise<Figure[]>][] = [
  ["agreement", "Truth, first wall and second wall, each alone", proveAgreement],
  ["faults", "Seeded faults", proveFaults],
];

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { small: { type: "boolean" }, part: { type: "string" }, full: { type: "boolean" }, seed: { type: "string" }, json: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(help);
    return true;
  }
  const extent = extents[values.small ? "small" : "full"];
  const seed = Number(values.seed ?? 1);
  const stop = await openCluster();
  try {
    const figures: Figure[] = [];
    for (const [name, title, prove] of parts) if (!values.part || values.part === name) figures.push(...(await timed(title, () => prove(seed, extent))));
    console.log(`\n${table(figures)}`);
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
    return figures.every(({ pass }) => pass);
  } finally {
    await stop();
  }
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
