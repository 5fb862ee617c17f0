import { chmodSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";

/** The folder of the clone. npm always runs scripts from it, and every entry point changes into it. */
export const root = process.cwd();

/** Where this copy keeps its database, secrets and build marks. Made on first use, readable by its owner only where it matters. */
export function dataDir(): string {
  const folder = path.resolve(root, process.env.HEREWARD_DATA_DIR || ".data");
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  // Started as root, Postgres runs under another account and must be able to pass through.
  chmodSync(folder, 0o711);
  return folder;
}
