import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "./children";
import { digestOf } from "./hash";
import { root } from "./paths";
import { Stopped } from "./stopped";

const sources = ["app", "components", "lib", "docs/permissions.json", "prisma/schema", "prisma/seed", "public", "proxy.ts", "instrumentation.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"];

// The Prisma client is made from the schema, which counts already.
const isNoSource = (name: string) => name === "generated" || /\.test\.tsx?$/.test(name);

/** Builds the web application when its sources have changed since the last build that succeeded; returns whether it did. */
export async function buildApplication(): Promise<boolean> {
  const mark = path.join(root, ".next", "source-digest");
  // A build names the folder it was made in, so a copy of it elsewhere is not one.
  const digest = `${digestOf(root, sources, isNoSource)} ${root}`;
  const isBuilt = () => existsSync(path.join(root, ".next", "BUILD_ID"));
  if (isBuilt() && existsSync(mark) && readFileSync(mark, "utf8") === digest) return false;
  console.log("Building (about a minute)…");
  await runQuietly("next/dist/bin/next", ["build"], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  if (!isBuilt()) throw new Stopped("The build ended without a result.");
  writeFileSync(mark, digest);
  return true;
}
