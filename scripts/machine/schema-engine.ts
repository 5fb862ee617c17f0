import { readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Pool } from "pg";
import { root } from "./paths";

type Glue = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/** Prisma's own migration engine as WebAssembly, put together by hand: Node 20 cannot import a .wasm file. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const folder = path.join(root, "node_modules", "@prisma", "schema-engine-wasm");
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Glue;
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, "schema_engine_bg.wasm")), { "./schema_engine_bg.js": glue } as unknown as WebAssembly.Imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

/** One connection only: the engine's lock against two migrations at once belongs to the connection that took it. */
function adapterFor(url: string) {
  const factory = new PrismaPg({ connectionString: url, max: 1 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // The adapter would cut the script at every semicolon, also inside functions; the native engine sends it whole, and so do we.
    adapter.executeScript = async (script) => {
      await (adapter.underlyingDriver() as Pool).query(script);
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

export interface MigrationFolder {
  name: string;
  sql: string;
}

/** Applies what is not yet applied, exactly as `prisma migrate deploy` does, and returns the names. */
export async function applyMigrations(url: string, migrations: MigrationFolder[], lockFile: string): Promise<string[]> {
  const Engine = await loadEngine();
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, adapterFor(url));
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
  } finally {
    engine.free();
  }
}
