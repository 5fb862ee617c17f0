import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { Pool, type QueryResult } from "pg";
import { root } from "../paths";
import { Stopped } from "../stopped";

type Glue = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

const filters = { externalTables: [], externalEnums: [] };

let loaded: Promise<typeof SchemaEngine> | undefined;

/** What the engine imports. It never takes back its time limit on waiting for the lock, which would keep a finished process alive for ten seconds. */
function importsFrom(glue: Glue): WebAssembly.Imports {
  const functions = { ...glue } as unknown as Record<string, (...values: unknown[]) => unknown>;
  for (const [name, original] of Object.entries(functions)) {
    if (!name.startsWith("__wbg_setTimeout_")) continue;
    functions[name] = (...values) => (original(...values) as NodeJS.Timeout).unref();
  }
  return { "./schema_engine_bg.js": functions } as WebAssembly.Imports;
}

/** Prisma's own migration engine as WebAssembly, put together by hand, once: Node 20 cannot import a .wasm file. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const file = path.join(root, "node_modules", "@prisma", "schema-engine-wasm", "schema_engine_bg.wasm");
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Glue;
  const { instance } = await WebAssembly.instantiate(readFileSync(file), importsFrom(glue));
  glue.__wbg_set_wasm(instance.exports);
  // The engine leaves the reason for a crash here, where Prisma's own command line would look for it.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) } });
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

const singleCharacter = 18;
const paddedText = 1042;

/** The catalogue tables hold single characters, a type that the adapter does not know: it is given them as text, and they are named again after it. */
class CataloguePool extends Pool {
  /** Which columns of the last answer hold single characters. */
  characters: number[] = [];

  constructor(connectionString: string) {
    // One connection only: the engine's lock against two migrations at once belongs to the connection that took it.
    super({ connectionString, max: 1 });
    const query = this.query.bind(this) as (...values: unknown[]) => Promise<QueryResult>;
    this.query = (async (...values: unknown[]) => {
      const result = await query(...values);
      const fields = result.fields ?? [];
      this.characters = fields.flatMap(({ dataTypeID }, index) => (dataTypeID === singleCharacter ? [index] : []));
      for (const index of this.characters) Object.assign(fields[index] ?? {}, { dataTypeID: paddedText });
      return result;
    }) as unknown as typeof this.query;
  }
}

function adapterFor(pool: CataloguePool) {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  const failed: { place?: string } = {};
  factory.connect = async () => {
    const adapter = await connect();
    // The adapter would cut the script at every semicolon, also inside functions; the native engine sends it whole, and so do we.
    adapter.executeScript = async (script) => {
      const { onError } = adapter as unknown as { onError(error: unknown): never };
      await pool.query(script).catch((error: unknown) => {
        failed.place = placeOf(error, script);
        return onError.call(adapter, error);
      });
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query);
      for (const index of pool.characters) answer.columnTypes[index] = ColumnTypeEnum.Character;
      return answer;
    };
    return adapter;
  };
  return { adapter: bindMigrationAwareSqlAdapterFactory(factory), failed };
}

/** Which line of a script Postgres stumbled over, in words; Prisma's own message does not say. */
function placeOf(error: unknown, script: string): string | undefined {
  const { message, position, where } = error as { message?: string; position?: string; where?: string };
  if (!position) return [message, where].filter(Boolean).join("\n");
  const before = script.slice(0, Number(position) - 1);
  const line = before.split("\n").length;
  return `line ${line}: ${message}\n  ${script.split("\n")[line - 1]?.trim()}`;
}

export interface MigrationFolder {
  name: string;
  sql: string;
}

async function withEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  const Engine = await (loaded ??= loadEngine());
  const pool = new CataloguePool(url);
  const { adapter, failed } = adapterFor(pool);
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    return await work(engine);
  } catch (error) {
    const name = /migration_name="([^"]+)"/.exec(String(error))?.[1];
    throw failed.place ? new Stopped(`Migration ${name} failed, ${failed.place}`) : error;
  } finally {
    engine.free();
    // The engine never closes what it opened, and the connection would keep its lock.
    await pool.end();
  }
}

/** Applies what is not yet applied, exactly as `prisma migrate deploy` does, and returns the names. */
export function applyMigrations(url: string, migrations: MigrationFolder[], lockFile: string): Promise<string[]> {
  const migrationDirectories = migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } } }));
  const lockfile = { path: "migration_lock.toml", content: lockFile };
  const baseDir = path.join(root, "prisma", "migrations");
  return withEngine(url, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories }, filters });
    return done.appliedMigrationNames;
  });
}

/** Statements about what the SQL of a migration adds beyond prisma/schema: Prisma would undo it, because it cannot say it. */
function isBeyondPrisma(statement: string): boolean {
  return /^-- Drop(ForeignKey|Index)$/m.test(statement) || /^ALTER TABLE "\w+" ALTER COLUMN "\w+" SET DEFAULT \w+\([^;]*;$/m.test(statement);
}

/** The SQL that would bring the tables of a migrated database to what prisma/schema says; empty when they agree. */
export async function missingSql(url: string): Promise<string> {
  const folder = path.join(root, "prisma", "schema");
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma")).sort();
  const files = names.map((name) => ({ path: path.join(folder, name), content: readFileSync(path.join(folder, name), "utf8") }));
  const from = { tag: "schemaDatasource" as const, files, configDir: root };
  const { stdout } = await withEngine(url, (engine) => engine.diff({ from, to: { tag: "schemaDatamodel", files }, script: true, exitCode: null, filters }));
  const statements = (stdout ?? "").trim().split("\n\n").filter((statement) => !/^-- This is an empty migration/.test(statement));
  return statements.filter((statement) => !isBeyondPrisma(statement)).join("\n\n");
}
