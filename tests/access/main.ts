import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { agree, type Disagreement } from "./agreement";
import { copyOf, databaseFor, openCluster, runAs } from "./databases";
import { tryApplicationFaults, tryDatabaseFaults, tryDoorFaults, type Asked, type Loaded, type Tried } from "./faults";
import { applicationFaults } from "./faults-application";
import { databaseFaults } from "./faults-database";
import { doorFaults } from "./faults-doors";
import { aim, letGo } from "./aim";
import { Canaries } from "./canaries";
import { crawl, type Crawled } from "./crawl";
import { questionsOf } from "./doors";
import { Comparison, comparedDoors } from "./interference";
import { idOf, truthOf } from "./truth";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { figure, table, type Figure } from "./figures";
import { makeWorld, type Size, type World } from "./world";

const help = `Usage: npm run test:access -- [--small | --full] [--seed N] [--json FILE]

Holds the two walls to a third reading of the access rule, over generated worlds, and prints each figure beside its target.

  --small      a seeded tenth, as in npm test
  --full       what the figures ask for (the default)
  --part NAME  that part alone: agreement, faults, doors, requests, interference
  --seed N     begin with this seed: the same seed makes the same worlds
  --json FILE  write the figures there as well`;

type Extent = { worlds: number; size: Size; faultWorlds: number; faultSize: Size; everyNthFault: number; triples: number; crawled: Crawl; compared: Crawl & { removals: number; pairs: number }; requested: Requested };
type Requested = { worlds: number; size: Size; members: number; each: number; tries: number; least: number; runs: number };
type Crawl = { worlds: number; size: Size; cases: number; members: number; least: number };

const extents: Record<"small" | "full", Extent> = {
  small: { worlds: 1, size: { agencies: 13, members: 40, cases: 20 }, faultWorlds: 3, faultSize: { agencies: 13, members: 30, cases: 14 }, everyNthFault: 16, triples: 100_000,
    crawled: { worlds: 1, size: { agencies: 13, members: 24, cases: 6 }, cases: 4, members: 2, least: 100 }, compared: { worlds: 1, size: { agencies: 13, members: 24, cases: 6 }, cases: 3, members: 3, least: 0, removals: 2, pairs: 6 },
    requested: { worlds: 1, size: { agencies: 13, members: 24, cases: 8 }, members: 1, each: 2, tries: 200, least: 50, runs: 20 } },
  full: { worlds: 8, size: { agencies: 15, members: 60, cases: 36 }, faultWorlds: 6, faultSize: { agencies: 13, members: 34, cases: 18 }, everyNthFault: 1, triples: 1_000_000,
    crawled: { worlds: 5, size: { agencies: 13, members: 34, cases: 18 }, cases: 18, members: 15, least: 50_000 }, compared: { worlds: 6, size: { agencies: 13, members: 34, cases: 14 }, cases: 14, members: 16, least: 0, removals: 210, pairs: 5_000 },
    requested: { worlds: 6, size: { agencies: 13, members: 34, cases: 18 }, members: 14, each: 40, tries: 100_000, least: 100_000, runs: 2_000 } },
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
  const bare: (Asked & { drop: () => Promise<void> })[] = [];
  for (const { world, urls } of loaded.slice(0, 1 + Number(everyNthFault === 1))) bare.push({ world, members: personas(world, 20), ...(await withoutSecondWall(urls)) });
  tried.push(...(await tryDoorFaults(bare, nth(doorFaults))));
  for (const { drop } of bare) await drop();
  for (const one of tried) console.log(`  ${one.caught ? "caught" : "MISSED"}  ${one.threat} · ${one.what}${one.caught ? ` · ${one.caught}` : ""}`);
  for (const { drop } of loaded) await drop();
  const caught = tried.filter((one) => one.caught).length;
  return [
    figure("seeded faults", tried.length, { atLeast: everyNthFault === 1 ? 60 : 6 }, "patches"),
    figure("seeded faults caught %", (100 * caught) / tried.length, { atLeast: 98 }, "%"),
  ];
}

/** Members who may do something now, one of each kind of role before a second of any. */
function personas(world: World, most: number): string[] {
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

/** A copy without the second wall: what is left is the application's own. */
async function withoutSecondWall(urls: DatabaseUrls): Promise<{ urls: DatabaseUrls; drop: () => Promise<void> }> {
  const copy = await copyOf(urls);
  await runAs(copy.urls.DATABASE_URL, `DO $$ DECLARE t text; BEGIN FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', t); EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t); END LOOP; END $$`);
  return copy;
}

async function proveDoors(seed: number, { crawled: { worlds, size, cases, members: most, least } }: Extent): Promise<Figure[]> {
  const all: Record<"both" | "first", Crawled> = { both: { asked: 0, triples: 0, seen: 0, forbidden: [], wrong: [], failures: [] }, first: { asked: 0, triples: 0, seen: 0, forbidden: [], wrong: [], failures: [] } };
  for (let n = 0; n < worlds; n += 1) {
    const world = makeWorld(seed + 2 + n, size);
    const { urls, drop } = await databaseFor(world);
    const bare = await withoutSecondWall(urls);
    const canaries = new Canaries(world);
    const members = personas(world, most);
    await aim(urls);
    const questions = await questionsOf(world, { cases });
    for (const [walls, at] of [["both", urls], ["first", bare.urls]] as const) {
      await aim(at);
      const found = await crawl(canaries, questions, walls === "both" ? members : members.slice(0, Math.ceil(most / 3)));
      for (const name of ["asked", "triples", "seen"] as const) all[walls][name] += found[name];
      for (const name of ["forbidden", "wrong", "failures"] as const) all[walls][name].push(...found[name]);
      console.log(`  seed ${world.seed}, ${walls === "both" ? "both walls" : "the first wall alone"}: ${found.asked.toLocaleString("en-GB")} questions, ${found.seen.toLocaleString("en-GB")} canaries seen, ${found.forbidden.length} forbidden, ${found.wrong.length} wrongly found or not found`);
    }
    await letGo();
    await bare.drop();
    await drop();
  }
  for (const line of new Set([...all.both.forbidden, ...all.both.wrong, ...all.both.failures])) console.error(`  ${line.slice(0, 300)}`);
  for (const line of new Set([...all.first.forbidden, ...all.first.wrong])) console.error(`  first wall alone: ${line.slice(0, 300)}`);
  return [
    figure("authorisation triples by doors", all.both.triples, { atLeast: least === 50_000 ? 50_000 : 20 }, "actor × record × door"),
    figure("doors that disagree", all.both.wrong.length + all.first.wrong.length, { atMost: 0 }, ""),
    figure("canaries seen", all.both.seen, { atLeast: least }, "in answers of every query"),
    figure("forbidden canaries", all.both.forbidden.length, { atMost: 0 }, ""),
    figure("forbidden canaries, first wall alone", all.first.forbidden.length, { atMost: 0 }, `of ${all.first.seen.toLocaleString("en-GB")}`),
    figure("questions that failed", all.both.failures.length, { atMost: 0 }, `of ${all.both.asked.toLocaleString("en-GB")}`),
  ];
}

async function proveNothingShowsThrough(seed: number, { compared: { worlds, size, cases, members: most, removals, pairs: wanted } }: Extent): Promise<Figure[]> {
  let pairs = 0;
  const differences: string[] = [];
  for (let n = 0; n < worlds; n += 1) {
    const world = makeWorld(seed + 3 + n, size);
    const { urls, drop } = await databaseFor(world);
    await aim(urls);
    const found = await new Comparison(world, urls, await questionsOf(world, { cases, doors: comparedDoors })).run(personas(world, most), { removals, askedEach: 6 });
    console.log(`  seed ${world.seed}: ${found.pairs.toLocaleString("en-GB")} pairs, ${found.differences.length} differences`);
    pairs += found.pairs;
    differences.push(...found.differences);
    await letGo();
    await drop();
  }
  for (const line of differences.slice(0, 30)) console.error(`  ${line}`);
  return [figure("non-interference pairs", pairs, { atLeast: wanted }, "member × world with and without"), figure("non-interference differences", differences.length, { atMost: 0 }, "")];
}

async function proveRequests(seed: number, { requested: { worlds, size, members: most, each, tries, least, runs } }: Extent): Promise<Figure[]> {
  const all = { tried: 0, odd: [] as string[], forgedTried: 0, forgedAccepted: [] as string[], runs: 0, late: [] as string[] };
  for (let n = 0; n < worlds; n += 1) {
    const world = makeWorld(seed + 4 + n, size);
    const { urls, drop } = await databaseFor(world);
    const copy = await copyOf(urls);
    const members = personas(world, most);
    await aim(urls);
    const { revoke } = await import("./revocations");
    const { swapIds } = await import("./swaps");
    const taken = await revoke(world, urls, members, Math.ceil(runs / worlds));
    await aim(copy.urls);
    const swapped = await swapIds(world, copy.urls, members, { each, most: Math.ceil(tries / worlds) });
    console.log(`  seed ${world.seed}: ${swapped.tried.toLocaleString("en-GB")} ids swapped, ${swapped.odd.length} odd; ${swapped.forgedTried} forged, ${swapped.forgedAccepted.length} accepted; ${taken.runs} things taken away, ${taken.late.length} late`);
    all.tried += swapped.tried;
    all.forgedTried += swapped.forgedTried;
    all.runs += taken.runs;
    all.odd.push(...swapped.odd);
    all.forgedAccepted.push(...swapped.forgedAccepted);
    all.late.push(...taken.late);
    await letGo();
    await copy.drop();
    await drop();
  }
  for (const line of [...all.odd, ...all.forgedAccepted, ...all.late].slice(0, 40)) console.error(`  ${line}`);
  return [
    figure("id swaps tried", all.tried, { atLeast: least }, "in every position of every route"),
    figure("id swaps that leaked or changed", all.odd.length, { atMost: 0 }, ""),
    figure("forged requests accepted", all.forgedAccepted.length, { atMost: 0 }, `of ${all.forgedTried.toLocaleString("en-GB")}`),
    figure("revocations", all.runs, { atLeast: runs }, "runs"),
    figure("late revocations", all.late.length, { atMost: 0 }, ""),
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
  ["doors", "Every query, asked by those who know every id", proveDoors],
  ["requests", "Ids swapped, requests forged, reach taken away", proveRequests],
  ["interference", "What is hidden, taken away", proveNothingShowsThrough],
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
