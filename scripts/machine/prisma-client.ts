import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "./children";
import { digestOf } from "./hash";
import { root } from "./paths";

const output = path.join(root, "lib", "platform", "generated");

/**
 * Makes the Prisma client in lib/platform/generated when the schema has changed since it was made; returns whether it did.
 * Prisma wants to download an engine that generating does not use: naming any program as that engine keeps it offline.
 */
export async function generateClient(): Promise<boolean> {
  const schema = path.join(root, "prisma", "schema");
  if (!existsSync(schema)) return false;
  const mark = path.join(output, ".schema-digest");
  const digest = digestOf(root, ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) return false;
  await runQuietly("prisma/build/index.js", ["generate"], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" });
  mkdirSync(output, { recursive: true });
  writeFileSync(mark, digest);
  return true;
}
