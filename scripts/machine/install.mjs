// Plain JavaScript without dependencies: this runs before any are installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const npmProgram = process.platform === "win32" ? "npm.cmd" : "npm";

/** Ends the process, in words, when this Node is too old for what package.json asks. */
export function requireNode() {
  const wanted = JSON.parse(readFileSync("package.json", "utf8")).engines.node.replace(">=", "");
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = wanted.split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(`Hereward needs Node ${wanted} or later, and this is Node ${process.versions.node}.`);
  process.exit(1);
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages ?? {};
  } catch {
    return undefined;
  }
}

/** "complete", "outdated" when a locked package is absent or of another version, or "absent". */
function stateOfPackages() {
  // npm writes this list last, so an installation that was broken off has none.
  const installed = packagesOf("node_modules/.package-lock.json");
  if (!installed) return "absent";
  const locked = packagesOf("package-lock.json") ?? {};
  const isMissing = ([place, { version, optional }]) => place !== "" && !optional && installed[place]?.version !== version;
  return Object.entries(locked).some(isMissing) ? "outdated" : "complete";
}

function npm(args) {
  return spawnSync(npmProgram, args, { stdio: "inherit", env: { ...process.env, NODE_ENV: "development" } }).status === 0;
}

/** Installs the packages that package-lock.json names, when they are not there. Ends the process when that fails. */
export function installPackages() {
  const state = stateOfPackages();
  if (state === "complete") return;
  console.log(state === "absent" ? "Installing packages (a few minutes the first time)…" : "Bringing packages up to date…");
  const quiet = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const isClean = state === "absent" && existsSync("package-lock.json");
  if (isClean && npm(["ci", ...quiet])) return;
  if (npm(["install", ...quiet])) return;
  console.error("The packages could not be installed; npm says why above. A connection to the package registry is needed the first time.");
  process.exit(1);
}
