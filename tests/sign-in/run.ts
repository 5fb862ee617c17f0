import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { inWords } from "../../scripts/machine/stopped";
import { startTestServer } from "../support/server";
import type { Figure } from "./figures";

const help = `Usage: npm run test:sign-in [-- --small] [--json FILE]

Guesses at, signs in to and reuses everything that proves who somebody is, at once and many times,
against the built application over HTTP. Prints each figure beside its target.
--small does less of each, for every change.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { small: { type: "boolean" }, json: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const folder = mkdtempSync(path.join(tmpdir(), "hereward-sign-in-"));
  const hashes = path.join(folder, "hashes");
  process.env.HEREWARD_HASH_COUNT = hashes;
  // Quoted: a path may hold spaces.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require ${JSON.stringify(path.join(__dirname, "count-hashes.cjs"))}`;
  const server = await startTestServer(1);
  const owner = new Client({ connectionString: server.settings.DATABASE_URL });
  try {
    await owner.connect();
    Object.assign(process.env, server.settings);
    const { everyFigure } = await import("./figures");
    const scale = values.small ? { guesses: 60, people: 10, uses: 20 } : { guesses: 500, people: 50, uses: 200 };
    report(await everyFigure({ owner, origin: server.settings.APP_ORIGIN!, hashes, scale }), values.json);
    if (process.exitCode) console.error(server.lastWords());
  } finally {
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(figures: Figure[], file: string | undefined): void {
  for (const { name, value, target, unit, pass } of figures) console.log(`${pass ? "pass" : "FAIL"}  ${name}: ${value} ${unit} (${target})`);
  if (file) writeFileSync(file, `${JSON.stringify({ figures }, null, 2)}\n`);
  if (figures.some(({ pass }) => !pass)) process.exitCode = 1;
}

main().then(
  // The pools of the code under test would keep the process.
  () => process.exit(),
  (error: unknown) => {
    console.error(inWords(error));
    process.exit(2);
  },
);
