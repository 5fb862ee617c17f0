import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { inWords } from "../../scripts/machine/stopped";
import { openCluster } from "../access/databases";
import { openTestDatabase } from "../support/database";
import { simulateYear } from "./simulate";

const help = `Usage: npm run simulate:year [-- --reports N] [--days N] [--seed N] [--json FILE] [--without-worker]

Simulates a year of reports with the clock moved, through the real commands, a real database and the worker's real
tasks, and prints how long anybody went without being told of a red case. The target is met within 4 hours, by day and
by night. --without-worker shows what the figures say when nothing escalates.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reports: { type: "string", default: "5000" }, days: { type: "string", default: "365" }, seed: { type: "string", default: "1" }, json: { type: "string" }, "without-worker": { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const stop = await openCluster();
  try {
    await openTestDatabase();
    const figures = await simulateYear({ reports: Number(values.reports), days: Number(values.days), seed: Number(values.seed), hasWorker: !values["without-worker"] });
    for (const { name, value, target, unit, pass } of figures) console.log(`${name.padEnd(44)} ${String(value).padStart(8)} ${unit.padEnd(9)} target ${target.padEnd(8)} ${pass ? "met" : "MISSED"}`);
    if (values.json) writeFileSync(values.json, JSON.stringify({ figures }, null, 2));
    if (figures.some(({ pass }) => !pass)) process.exitCode = 1;
  } finally {
    await stop();
  }
}

main().then(() => process.exit(), (error: unknown) => {
  console.error(inWords(error));
  process.exit(1);
});
