import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths";

const loader = pathToFileURL(path.join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;

/** Runs a TypeScript file of the repository to its end, with these settings. Throws when it fails. */
export function runScript(file: string, settings: Record<string, string>, args: string[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", loader, path.join(root, file), ...args], { cwd: root, env: { ...process.env, ...settings }, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code, signal) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${signal ?? `code ${code}`}.`))));
  });
}

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
export async function demoPersonas(): Promise<Persona[]> {
  const file = path.join(root, "prisma", "seed", "personas.ts");
  if (!existsSync(file)) return [];
  const { personas } = (await import(pathToFileURL(file).href)) as { personas: Persona[] };
  return personas;
}
