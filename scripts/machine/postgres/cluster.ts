import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { type Account, makeOwned, postgresAccount, postgresPrograms, reachable } from "./account";
import { Stopped } from "../stopped";

export interface ClusterOptions {
  /** Folder for Postgres's own files; made and initialised when empty. */
  folder: string;
  logFile: string;
  port: number;
  superuserPassword: string;
  ownerPassword: string;
  /** False trades safety after a power cut for speed; for tests only. */
  durable: boolean;
}

/** A Postgres that is running now. */
export interface Cluster {
  port: number;
  pid: number;
  /** Address of the owner role in the maintenance database. */
  ownerUrl: string;
  superuserUrl: string;
  stop(): Promise<void>;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process number outlives its process and is given out again: only a Postgres working in this very folder counts. */
function isPostgresOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    const listing = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return listing.stdout?.includes(folder) ?? false;
  }
}

/** The Postgres already at work in the folder, if any. A mark left behind by a crash is removed. */
export function runningIn({ folder: wished, superuserPassword }: Pick<ClusterOptions, "folder" | "superuserPassword">): { pid: number; port: number } | undefined {
  const folder = reachable(postgresAccount(), wished, superuserPassword);
  const mark = path.join(folder, "postmaster.pid");
  if (!existsSync(mark)) return undefined;
  const lines = readFileSync(mark, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (pid > 0 && isPostgresOf(pid, folder)) return { pid, port: Number(lines[3]) };
  rmSync(mark, { force: true });
  return undefined;
}

/** Fast shutdown: open transactions are rolled back, what was committed is written, then it ends. */
export async function stopPostgres(pid: number): Promise<void> {
  for (const [signal, patience] of [["SIGINT", 8_000], ["SIGQUIT", 4_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (!isAlive(pid)) return;
      await pause(25);
    }
  }
}

function initialise(account: Account, initdb: string, folder: string, password: string): void {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  makeOwned(account, unfinished);
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) execFileSync("chown", [String(account.uid), passwordFile]);
  try {
    execFileSync(
      initdb,
      [
        `--pgdata=${unfinished}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same order of letters on every machine, whatever languages it has installed.
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-sync",
      ],
      { ...account, cwd: "/", env: { ...process.env, LC_ALL: "C" }, stdio: ["ignore", "ignore", "pipe"] },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

function settingsFor(options: ClusterOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    // Names of people reach Postgres as statement text; the log keeps the message and not the statement.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    lc_messages: "C",
  };
  if (!options.durable) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum_naptime: "10s" });
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function untilReady(url: string, hasEnded: () => boolean, logFile: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until && !hasEnded()) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if ((error as { code?: string }).code === "28P01") throw new Stopped("The built-in database does not accept the password in secrets.json. Put that file back, or remove the data folder to begin anew.");
      await pause(40);
    }
  }
  const tail = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n").slice(-8).join("\n") : "";
  throw new Stopped(`The built-in database did not start. The end of ${logFile} says:\n${tail}`);
}

/** The owner role: may make roles and databases and passes row-level security as migrations must, yet is no superuser. */
async function makeOwner(superuserUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'hereward'");
    if (!rowCount) await client.query("CREATE ROLE hereward LOGIN CREATEROLE CREATEDB BYPASSRLS");
    await client.query("ALTER ROLE hereward SET createrole_self_grant = 'set'");
    await client.query(`ALTER ROLE hereward PASSWORD ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}

function checkVersion(folder: string, postgres: string): void {
  const found = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  const ours = execFileSync(postgres, ["--version"], { encoding: "utf8", cwd: "/", env: { ...process.env, LC_ALL: "C" } });
  const major = /(\d+)/.exec(ours)?.[1];
  if (found !== major) throw new Stopped(`The data folder ${folder} was made by Postgres ${found} and this is Postgres ${major}. Move it aside, or restore a backup into a new one.`);
}

function addressOf(port: number, user: string, password: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`;
}

/** What one needs to use a Postgres that runs already. */
export function clusterAt(options: ClusterOptions, running: { pid: number; port: number }): Cluster {
  return {
    ...running,
    ownerUrl: addressOf(running.port, "hereward", options.ownerPassword),
    superuserUrl: addressOf(running.port, "postgres", options.superuserPassword),
    stop: () => stopPostgres(running.pid),
  };
}

/** Starts Postgres in the folder, initialising it first when it is new, and returns once it answers. */
export async function startPostgres(options: ClusterOptions): Promise<Cluster> {
  const account = postgresAccount();
  const folder = reachable(account, options.folder, options.superuserPassword);
  const { initdb, postgres } = postgresPrograms(account);
  if (folder !== options.folder) console.log(`Postgres may not run as root, and its account cannot enter ${path.dirname(options.folder)}: the database lives in ${folder}.`);
  const isNew = !existsSync(path.join(folder, "PG_VERSION"));
  if (isNew) initialise(account, initdb, folder, options.superuserPassword);
  else checkVersion(folder, postgres);
  const log = openSync(options.logFile, "a", 0o600);
  // Its own process group: Ctrl-C in the terminal must reach us first, so that the web server drains before its database goes.
  const child = spawn(postgres, ["-D", folder, "-p", String(options.port), ...settingsFor(options)], {
    ...account,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, LC_ALL: "C" },
  });
  closeSync(log);
  let ended = false;
  child.once("error", () => (ended = true));
  child.once("exit", () => (ended = true));
  child.unref();
  const cluster = clusterAt(options, { pid: child.pid ?? 0, port: options.port });
  try {
    await untilReady(cluster.superuserUrl, () => ended, options.logFile);
    await makeOwner(cluster.superuserUrl, options.ownerPassword);
  } catch (error) {
    if (!ended) await stopPostgres(cluster.pid);
    throw error;
  }
  return cluster;
}
