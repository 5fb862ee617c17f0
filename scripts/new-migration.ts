import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { missingSql } from "./machine/migrations/engine";
import { migrateAloud } from "./machine/prepare";
import { dataDir } from "./machine/paths";
import { openEmbedded } from "./machine/postgres/embedded";
import { inWords, Stopped } from "./machine/stopped";

const help = `Usage: npm run new:migration -- NAME

Writes prisma/migrations/<time>_NAME/migration.sql with what prisma/schema has and the
tables have not, for you to read and complete: policies, grants and triggers are yours.
It compares with the development database, after bringing that up to date, and leaves
alone the constraints and indexes that earlier migrations added beyond prisma/schema.

The name says what changes, in words: ward_of_a_place
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { help: { type: "boolean" } }, allowPositionals: true });
  if (values.help) return void console.log(help);
  const name = positionals.join("_").toLowerCase();
  if (!/^[a-z][a-z0-9_]+$/.test(name)) throw new Stopped("Give the migration a name of small letters and underscores.");
  const embedded = await openEmbedded(dataDir());
  try {
    await migrateAloud(embedded.urls);
    const sql = await missingSql(embedded.urls.DATABASE_URL);
    const time = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const folder = path.join("prisma", "migrations", `${time}_${name}`);
    if (existsSync(folder)) throw new Stopped(`${folder} exists already.`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "migration.sql"), sql ? `${sql}\n` : "-- prisma/schema and the tables agree: what comes here is SQL that Prisma cannot say.\n");
    console.log(`Wrote ${folder}/migration.sql. Read it, complete it, then: npm run dev:db`);
  } finally {
    await embedded.stop();
  }
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 1;
});
