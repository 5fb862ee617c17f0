import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { runScript } from "./children";
import { root } from "./paths";

/** Loads one part of the data: "reference" has the real lists, "demo" the made-up county. Returns false when the part does not exist. */
export async function loadSeed(part: "reference" | "demo", settings: Record<string, string>): Promise<boolean> {
  const file = `prisma/seed/${part}.ts`;
  if (!existsSync(path.join(root, file))) return false;
  await runScript(file, settings);
  return true;
}

export interface Persona {
  name: string;
  email: string;
  who: string;
  agency: string;
}

/** The demo members and what they are, for showing who can sign in; none while the demo has no list of them. */
export function demoPersonas(): Persona[] {
  const file = path.join(root, "prisma", "seed", "personas.ts");
  if (!existsSync(file)) return [];
  const { personas } = createRequire(file)(file) as { personas: Persona[] };
  return personas;
}
