import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { type DatabaseUrls, inDatabase, urlsFrom } from "./addresses";
import { nextFree, isFree } from "./ports";
import { type Cluster, clusterAt, runningIn, startPostgres, stopPostgres } from "./cluster";
import { secretsIn } from "./secrets";
import { Stopped } from "../stopped";

/** The built-in Postgres of one data folder. */
export interface Embedded {
  urls: DatabaseUrls;
  port: number;
  /** False when another process had started it already; stop() then leaves it running. */
  isOurs: boolean;
  stop(): Promise<void>;
}

interface Note {
  port: number;
  /** The process that ends Postgres when it ends, or null when it was asked to outlive it. */
  keeper: number | null;
}

const databaseName = "hereward";
const firstPort = 5433;

function readNote(file: string): Note | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Note;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The port asked for by HEREWARD_PG_PORT, else the one used last time, else the next one nobody uses. */
async function choosePort(last: number | undefined): Promise<number> {
  const asked = process.env.HEREWARD_PG_PORT;
  if (asked) {
    if (!(await isFree(Number(asked)))) throw new Stopped(`HEREWARD_PG_PORT is ${asked}, and something else listens there.`);
    return Number(asked);
  }
  return last && (await isFree(last)) ? last : nextFree(firstPort);
}

async function makeDatabase(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (!rowCount) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** Starts the built-in Postgres of the folder, or joins the one that runs there. `outlives` leaves it running after this process. */
export async function openEmbedded(folder: string, outlives = false): Promise<Embedded> {
  const noteFile = path.join(folder, "postgres.json");
  const note = readNote(noteFile);
  const secrets = secretsIn(folder);
  const options = { folder: path.join(folder, "postgres"), logFile: path.join(folder, "postgres.log"), port: 0, durable: true, ...secrets };
  const running = runningIn(options);
  // Running without a living keeper means the keeper was killed: it becomes ours.
  const isKept = running !== undefined && note !== undefined && (note.keeper === null || (note.keeper !== process.pid && isAlive(note.keeper)));
  const port = running?.port ?? (await choosePort(note?.port));
  const cluster: Cluster = running ? clusterAt(options, running) : await startPostgres({ ...options, port });
  const mark: Note = { port: cluster.port, keeper: outlives ? null : isKept ? (note?.keeper ?? null) : process.pid };
  writeFileSync(noteFile, `${JSON.stringify(mark)}\n`);
  await makeDatabase(cluster.ownerUrl);
  const isOurs = !isKept && !outlives;
  return {
    urls: urlsFrom(inDatabase(cluster.ownerUrl, databaseName), secrets),
    port: cluster.port,
    isOurs,
    stop: async () => (isOurs ? cluster.stop() : undefined),
  };
}

/** Ends the built-in Postgres of the folder, whoever started it; returns whether one was running. */
export async function stopEmbedded(folder: string): Promise<boolean> {
  const running = runningIn({ folder: path.join(folder, "postgres"), ...secretsIn(folder) });
  if (running) await stopPostgres(running.pid);
  return running !== undefined;
}

/** Empties the database of the folder: everything in it is lost. */
export async function resetEmbedded(embedded: Embedded): Promise<void> {
  const client = new Client({ connectionString: inDatabase(embedded.urls.DATABASE_URL, "postgres") });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
