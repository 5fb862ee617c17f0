import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildApplication } from "../../scripts/machine/build";
import { workOff } from "./crew";
import { openCluster } from "./databases";
import { figuresOf, table } from "./figures";
import { extents, partNames, unitsOf, type Findings, type Part, type Tried } from "./units";

const help = `Usage: npm run test:access -- [--small | --full] [--seed N] [--json FILE]

Holds the walls to a third reading of the access rule, over generated worlds, and prints each figure beside its target.

  --small      a seeded part of it, as in npm test
  --full       what the figures ask for (the default)
  --part NAME  that part alone: ${partNames.join(", ")}
  --seed N     begin with this seed: the same seed makes the same worlds
  --json FILE  write the figures there as well
  --hands N    so many processes at once (2)`;

const all: Findings = { sums: {}, odd: {}, tried: [], line: "" };

function add({ sums, odd, tried }: Findings): void {
  for (const [name, sum] of Object.entries(sums)) all.sums[name] = (all.sums[name] ?? 0) + sum;
  for (const [name, list] of Object.entries(odd)) all.odd[name] = [...(all.odd[name] ?? []), ...list];
  all.tried.push(...tried);
}

function printOdd(odd: Findings["odd"]): void {
  for (const [name, list] of Object.entries(odd)) for (const line of [...new Set(list)].slice(0, 40)) console.error(`  ${name}: ${line.slice(0, 400)}`);
}

/** Every fault under its heading: what was spoilt, and by what it was found. */
function printFaults(tried: Tried[]): void {
  for (const threat of [...new Set(tried.map((one) => one.threat))].sort()) {
    const ofThreat = tried.filter((one) => one.threat === threat);
    console.log(`  ${threat}: ${ofThreat.filter(({ caught }) => caught).length} of ${ofThreat.length} caught`);
    for (const { what, caught } of ofThreat) console.log(`    ${caught ? "caught" : "MISSED"}  ${what}${caught ? ` · ${caught}` : ""}`);
  }
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { small: { type: "boolean" }, part: { type: "string" }, full: { type: "boolean" }, seed: { type: "string" }, json: { type: "string" }, hands: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(help);
    return true;
  }
  const name = values.small ? "small" : "full";
  const units = unitsOf(name, Number(values.seed ?? 1), values.part as Part | undefined);
  const begun = Date.now();
  const stop = await openCluster();
  try {
    if (units.some(({ part }) => part === "served")) await buildApplication();
    await workOff(units, Number(values.hands ?? 2), (unit, findings, seconds) => {
      add(findings);
      console.log(`${unit.part.padEnd(12)} seed ${unit.seed}, ${seconds.toFixed(0)} s: ${findings.line}`);
      printOdd(findings.odd);
    });
    printFaults(all.tried);
    const figures = figuresOf(all, extents[name].least, new Set(units.map(({ part }) => part)), (Date.now() - begun) / 60_000);
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
