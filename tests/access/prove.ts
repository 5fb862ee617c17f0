import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { agree } from "./agreement";
import { aim, letGo } from "./aim";
import { Canaries } from "./canaries";
import { crawl } from "./crawl";
import { copyOf, databaseFor, runAs } from "./databases";
import { questionsOf } from "./doors";
import { tryApplicationFaults, tryDatabaseFaults, tryDeskFaults, tryDoorFaults, stale, type Asked, type Loaded } from "./faults";
import { applicationFaults } from "./faults-application";
import { databaseFaults, type DatabaseFault } from "./faults-database";
import { deskFaults, type DeskFault } from "./faults-desks";
import { doorFaults } from "./faults-doors";
import { Comparison, comparedDoors } from "./interference";
import { mail } from "./mail";
import { personas } from "./personas";
import { proveServed } from "./served";
import { extents, type Findings, type Part, type Unit } from "./units";
import { makeWorld } from "./world";

/** Does one piece of the proof, in databases of its own. */
export async function prove(unit: Unit): Promise<Findings> {
  return parts[unit.part](unit);
}

const shown = (count: number) => count.toLocaleString("en-GB");

async function proveAgreement({ seed, extent }: Unit): Promise<Findings> {
  const world = makeWorld(seed, extents[extent].agreement.size);
  const { urls, drop } = await databaseFor(world);
  const { triples, disagreements } = await agree(world, urls);
  await drop();
  const odd = (kind: "leak" | "denial") => disagreements.filter((one) => one.kind === kind).map((one) => `seed ${seed}, actor ${one.actor}, ${one.what} ${one.id}: the ${one.wall} wall differs from the truth`);
  return { sums: { triples }, odd: { leaks: odd("leak"), denials: odd("denial") }, tried: [], line: `${world.now.toISOString()}: ${shown(Object.values(world.tables).reduce((sum, rows) => sum + rows.length, 0))} rows, ${shown(triples)} triples, ${disagreements.length} disagreements` };
}

async function proveFaults({ seed, extent, faults }: Unit): Promise<Findings> {
  const { worlds, size } = extents[extent].faults;
  const { kind, first, every } = faults!;
  const some = <Fault>(all: readonly Fault[]) => all.filter((_fault, n) => n % every === first);
  const loaded: (Loaded & { drop: () => Promise<void> })[] = [];
  for (let n = 0; n < (kind === "desks" ? 1 : worlds); n += 1) {
    const world = makeWorld(seed + n, size);
    loaded.push({ world, ...(await databaseFor(world)) });
  }
  const bare: (Asked & { drop: () => Promise<void> })[] = [];
  if (kind === "doors" || kind === "desks") for (const { world, urls } of loaded) bare.push({ world, members: personas(world, 99), ...(await withoutSecondWall(urls)) });
  const tried = await {
    database: () => tryDatabaseFaults(loaded, some(databaseFaults)), application: () => tryApplicationFaults(loaded, some(applicationFaults)),
    doors: () => tryDoorFaults(bare, some(doorFaults)), desks: () => tryDeskFaults(loaded[0]!, bare[0]!.urls, some(deskFaults)),
  }[kind]();
  // Few are tried in the small form; that each could be is known for all.
  const isFile = (fault: DeskFault): fault is DeskFault & { file: string } => fault.file !== undefined;
  const gone = kind === "desks" ? await stale(loaded[0]!.urls.DATABASE_URL, [...applicationFaults, ...doorFaults, ...deskFaults.filter(isFile)], [...databaseFaults, ...(deskFaults.filter((fault) => !isFile(fault)) as DatabaseFault[])]) : [];
  for (const { drop } of [...bare, ...loaded]) await drop();
  return { sums: {}, odd: { stale: gone }, tried, line: `${kind}, from ${first + 1} every ${every}: ${tried.filter(({ caught }) => caught).length} of ${tried.length} caught` };
}

/** A copy without the second wall: what is left is the application's own. */
async function withoutSecondWall(urls: DatabaseUrls): Promise<{ urls: DatabaseUrls; drop: () => Promise<void> }> {
  const copy = await copyOf(urls);
  await runAs(copy.urls.DATABASE_URL, `DO $$ DECLARE t text; BEGIN FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', t); EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t); END LOOP; END $$`);
  return copy;
}

async function proveDoors({ seed, extent }: Unit): Promise<Findings> {
  const { size, cases, members: most } = extents[extent].doors;
  const world = makeWorld(seed, size);
  const { urls, drop } = await databaseFor(world);
  const bare = await withoutSecondWall(urls);
  const canaries = new Canaries(world);
  const members = personas(world, most);
  await aim(urls);
  const questions = await questionsOf(world, { cases });
  const both = await crawl(canaries, questions, members);
  await aim(bare.urls);
  const first = await crawl(canaries, questions, members.slice(0, Math.ceil(most / 3)));
  await letGo();
  await bare.drop();
  await drop();
  return {
    sums: { asked: both.asked, triples: both.triples, canaries: both.seen, canariesFirstWall: first.seen },
    odd: { leaks: [], denials: [], wrong: [...both.wrong, ...first.wrong], forbidden: both.forbidden, forbiddenFirstWall: first.forbidden, failures: both.failures }, tried: [],
    line: `${shown(both.asked)} questions, ${shown(both.seen)} canaries seen, ${both.forbidden.length} forbidden; the first wall alone: ${shown(first.asked)}, ${shown(first.seen)}, ${first.forbidden.length}`,
  };
}

async function proveRequests({ seed, extent }: Unit): Promise<Findings> {
  const { size, members: most, each, swaps, runs } = extents[extent].requests;
  const world = makeWorld(seed, size);
  const { urls, drop } = await databaseFor(world);
  const copy = await copyOf(urls);
  const members = personas(world, most);
  await aim(urls);
  const { revoke } = await import("./revocations");
  const { swapIds } = await import("./swaps");
  const { tryDesks } = await import("./desks");
  const desks = await tryDesks(world, urls);
  const taken = await revoke(world, urls, members, runs);
  await aim(copy.urls);
  const swapped = await swapIds(world, copy.urls, members, { each, most: swaps });
  await letGo();
  await copy.drop();
  await drop();
  return {
    sums: { swaps: swapped.tried, runs: taken.runs }, odd: { swaps: swapped.odd, late: [...taken.late, ...desks] }, tried: [],
    line: `${shown(swapped.tried)} ids swapped, ${swapped.odd.length} odd; ${shown(taken.runs)} things taken away, ${taken.late.length} late`,
  };
}

async function proveMail({ seed, extent }: Unit): Promise<Findings> {
  const world = makeWorld(seed, extents[extent].mail.size);
  const { urls, drop } = await databaseFor(world);
  await aim(urls);
  const { mails, odd, forbidden } = await mail(world, urls);
  await letGo();
  await drop();
  return { sums: { mails }, odd: { mail: odd, forbidden }, tried: [], line: `${mails} mails, ${odd.length} sent or not sent wrongly, ${forbidden.length} with words of ours` };
}

async function proveNothingShowsThrough({ seed, extent }: Unit): Promise<Findings> {
  const { size, cases, members, pairs } = extents[extent].interference;
  const world = makeWorld(seed, size);
  const { urls, drop } = await databaseFor(world);
  await aim(urls);
  const found = await new Comparison(world, urls, await questionsOf(world, { cases, doors: comparedDoors })).run(personas(world, members), pairs);
  await letGo();
  await drop();
  return { sums: { pairs: found.pairs, compared: found.compared }, odd: { differences: found.differences }, tried: [], line: `${shown(found.pairs)} pairs, ${shown(found.compared)} answers compared, ${found.differences.length} differences` };
}

const parts: Record<Part, (unit: Unit) => Promise<Findings>> = {
  agreement: proveAgreement, faults: proveFaults, doors: proveDoors, served: proveServed, requests: proveRequests, mail: proveMail, interference: proveNothingShowsThrough,
};
