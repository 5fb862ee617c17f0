import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { headsKey, openHeads, sealHeads } from "../../scripts/machine/audit/heads";
import { verifyAudit } from "../../scripts/machine/audit/verify";
import { cloneTemplate, startThrowaway } from "../../scripts/machine/postgres/throwaway";
import { inWords } from "../../scripts/machine/stopped";
import { generateClient } from "../../scripts/machine/prisma-client";
import { every, fillAudit, seeded, tryOnce } from "./tamperings";

const help = `Usage: npm run test:tampering [-- --count N] [--seed N] [--json FILE]

Tampers with the audit a thousand times, as the owner of a throwaway database with its
triggers off: edits, deletes, inserts, reorders, cuts the tail, with hashes left or made
right. Each must be found by verify-audit given the last exported heads, in its place.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: "string" }, seed: { type: "string" }, json: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const count = Number(values.count ?? 1_000);
  const seed = Number(values.seed ?? 1);
  await generateClient();
  const cluster = await startThrowaway();
  const client = new Client({ connectionString: (await cloneTemplate(cluster.ownerUrl, "tampering")).DATABASE_URL });
  await client.connect();
  try {
    await fillAudit(client);
    const key = headsKey({ AUDIT_HEADS_KEY: Buffer.alloc(32, "the key of the tampering test").toString("base64") });
    const before = await verifyAudit(client, { every });
    if (before.broken.length > 0) throw new Error("The audit was broken before anybody touched it.");
    const heads = openHeads(sealHeads({ exportedAt: new Date().toISOString(), marks: before.marks }, key), key);
    const random = seeded(seed);
    const kinds = new Map<string, { tried: number; placed: number }>();
    let found = 0;
    for (let n = 0; n < count; n += 1) {
      const tried = await tryOnce(client, heads, n, random);
      const kind = kinds.get(tried.kind) ?? { tried: 0, placed: 0 };
      kinds.set(tried.kind, { tried: kind.tried + 1, placed: kind.placed + Number(tried.isPlaced) });
      found += Number(tried.isFound && tried.isPlaced);
      if (!tried.isPlaced) console.log(`Missed: ${tried.kind}, ${tried.what}, ${JSON.stringify(tried.touched)} was told as ${JSON.stringify(tried.broken.slice(0, 3))}`);
    }
    const after = await verifyAudit(client, { heads, every });
    for (const [kind, { tried, placed }] of kinds) console.log(`  ${kind}: ${placed} of ${tried} found, place named`);
    report([
      { name: "audit tamperings tried", value: count, target: ">= 1000", unit: "tamperings", pass: count >= 1_000 },
      { name: "audit tamperings found", value: found, target: `= ${count}`, unit: "tamperings", pass: found === count },
      { name: "audit places named where nothing was touched", value: after.broken.length, target: "= 0", unit: "places", pass: after.broken.length === 0 },
    ], values.json);
  } finally {
    await client.end();
    await cluster.stop();
  }
}

type Figure = { name: string; value: number; target: string; unit: string; pass: boolean };

function report(figures: Figure[], file: string | undefined): void {
  for (const { name, value, target, unit, pass } of figures) console.log(`${pass ? "pass" : "FAIL"}  ${name}: ${value} ${unit} (${target})`);
  if (file) writeFileSync(file, `${JSON.stringify({ figures }, null, 2)}\n`);
  if (figures.some(({ pass }) => !pass)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 2;
});
