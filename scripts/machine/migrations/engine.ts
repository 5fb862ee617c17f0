import { readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Pool } from "pg";
import { root } from "../paths";
import { Stopped } from "../stopped";

type Glue = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

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

/** One connection only: the engine's lock against two migrations at once belongs to the connection that took it. */
function adapterFor(url: string) {
  const factory = new PrismaPg({ connectionString: url, max: 1 });
  const connect = factory.connect.bind(factory);
  const opened: { dispose(): Promise<void> }[] = [];
  const failed: { place?: string } = {};
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    // The adapter would cut the script at every semicolon, also inside functions; the native engine sends it whole, and so do we.
    adapter.executeScript = async (script) => {
      const { onError } = adapter as unknown as { onError(error: unknown): never };
      await (adapter.underlyingDriver() as Pool).query(script).catch((error: unknown) => {
        failed.place = placeOf(error, script);
        return onError.call(adapter, error);
      });
    };
    return adapter;
  };
  // The engine never closes what it opened, and the connection would keep its lock.
  const close = () => Promise.all(opened.map((adapter) => adapter.dispose()));
  return { adapter: bindMigrationAwareSqlAdapterFactory(factory), close, failed };
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

/** Applies what is not yet applied, exactly as `prisma migrate deploy` does, and returns the names. */
export async function applyMigrations(url: string, migrations: MigrationFolder[], lockFile: string): Promise<string[]> {
  const Engine = await (loaded ??= loadEngine());
  const { adapter, close, failed } = adapterFor(url);
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: path.join(root, "prisma", "migrations"),
        lockfile: { path: "migration_lock.toml", content: lockFile },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } } })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (error) {
    const name = /migration_name="([^"]+)"/.exec(String(error))?.[1];
    throw failed.place ? new Stopped(`Migration ${name} failed, ${failed.place}`) : error;
  } finally {
    engine.free();
    await close();
  }
}
