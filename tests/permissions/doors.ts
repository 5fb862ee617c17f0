import { readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "../../lib/platform/command";
import type { Query } from "../../lib/platform/query";

export type AnyDoor = Query | Command;

/** Every query and command that any area exports, found by looking, so that none can be forgotten. */
export async function everyDoor(): Promise<AnyDoor[]> {
  const root = path.join(process.cwd(), "lib");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)(queries|commands)\.ts$/.test(file.split(path.sep).join("/")));
  const found = new Map<string, AnyDoor>();
  for (const file of files.sort()) {
    const area = (await import(path.join(root, file))) as Record<string, unknown>;
    for (const door of Object.values(area).filter(isDoor)) {
      const before = found.get(door.name);
      if (before && before !== door) throw new Error(`Two doors are named ${door.name}`);
      found.set(door.name, door);
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function isDoor(value: unknown): value is AnyDoor {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return typeof value === "object" && value !== null && (kind === "query" || kind === "command") && "allow" in value;
}
