import "./machine/environment-file";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { headsKey, readHeads, writeHeads } from "./machine/audit/heads";
import { verifyAudit, type Broken, type Verdict } from "./machine/audit/verify";
import { inWords, Stopped } from "./machine/stopped";

const help = `Usage: npm run verify:audit [-- options]

Works every chain of the audit out again and names each place that does not hold.
Reads as the owner of the tables (DATABASE_URL), in one snapshot, while people work.

  --heads FILE   compare with the heads exported before: finds a tail that was cut off or
                 written anew, which the chains alone cannot show
  --export FILE  write the heads as they stand now, sealed with AUDIT_HEADS_KEY; refused
                 while anything is broken. Keep the file off this machine
  --every N      a mark in the exported file every N lines (1000): what was written anew
                 is placed between two marks
  --json FILE    write what was found

Ends with 0 when every chain is whole, with 1 when a place is broken, with 2 when it
could not look.
`;

const place = ({ stream, from, to, what }: Broken) => `${stream}, ${from === to ? `line ${from}` : `lines ${from} to ${to}`}: ${what}`;

async function inSnapshot(work: (client: Client) => Promise<Verdict>): Promise<Verdict> {
  if (!process.env.DATABASE_URL) throw new Stopped("DATABASE_URL is missing: the audit is read as the owner of the tables.");
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await work(client);
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { heads: { type: "string" }, export: { type: "string" }, every: { type: "string" }, json: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const every = Number(values.every ?? 1_000);
  if (!Number.isInteger(every) || every < 1) throw new Stopped("--every takes a whole number from 1.");
  const key = values.heads || values.export ? headsKey() : null;
  const heads = values.heads ? readHeads(values.heads, key!) : undefined;
  const exportedAt = new Date().toISOString();
  const verdict = await inSnapshot((client) => verifyAudit(client, { heads, every }));
  const { marks, ...found } = verdict;
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...found, comparedWith: heads?.exportedAt ?? null }, null, 2)}\n`);
  for (const broken of found.broken) console.log(place(broken));
  if (found.untold > 0) console.log(`and ${found.untold} more in the same chains`);
  if (found.broken.length > 0) {
    console.log(`BROKEN: ${found.broken.length + found.untold} places in ${found.streams} chains of ${found.lines} lines.`);
    process.exitCode = 1;
    return;
  }
  if (values.export) writeHeads(values.export, { exportedAt, marks }, key!);
  console.log(`Whole: ${found.streams} chains, ${found.lines} lines${heads ? `, as exported ${heads.exportedAt}` : ""}.${values.export ? ` Heads written to ${values.export}.` : ""}`);
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 2;
});
