import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { parseActor, type Actor } from "./actor";
import { env } from "./env";
import { Busy, Unauthenticated } from "./errors";
import { Prisma, PrismaClient } from "./generated/client";
import { statementNames } from "./prepared";

/** A transaction that carries one member's context. Only query() and command() open one. */
export type Tx = Prisma.TransactionClient;

/** Who asks: the holder of a session cookie, or (for jobs and seeds) a member acted for. */
export type Door = { session: string; quiet?: boolean; /** The member whose page sent this: another one's session must not send it on, at a desk that people share. */ expects?: string } | { member: string };

export type Opened = { tx: Tx; actor: Actor; now: Date };

// Shorter than Prisma's own, longer than the database's, so that the database always answers first.
const limits = { maxWait: 5_000, timeout: 15_000 };

const clients = globalThis as unknown as { heApp?: PrismaClient; heJobs?: PrismaClient };
const statements = new AsyncLocalStorage<string[]>();

function client(url: string): PrismaClient {
  // A connection gives back what it remembers of statements every quarter of an hour.
  const pool = { connectionString: url, max: 12, idleTimeoutMillis: 60_000, maxLifetimeSeconds: 900 };
  const made = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }), log: [{ emit: "event", level: "query" }] });
  made.$on("query" as never, (event: { query: string }) => statements.getStore()?.push(event.query));
  return made;
}

function clientFor(door: Door): PrismaClient {
  if ("session" in door) return (clients.heApp ??= client(env().APP_DATABASE_URL));
  return (clients.heJobs ??= client(jobsUrl()));
}

// Acting for a member is the jobs role's power alone; a web process may run without it.
function jobsUrl(): string {
  const url = env().JOBS_DATABASE_URL;
  if (!url) throw new Error("JOBS_DATABASE_URL is not set");
  return url;
}

/** Opens one transaction as the asker, with row-level security in force; throws Unauthenticated when they have no authority. */
export async function inContext<Result>(door: Door, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  return clientFor(door).$transaction(async (tx) => {
    const { actor, now } = parseActor(await openDoor(tx, door));
    if ("session" in door && door.expects && door.expects !== actor.memberId) throw new Unauthenticated();
    const result = await work({ tx, actor, now });
    await stillMe(tx, actor);
    return result;
  }, limits).catch((error: unknown) => {
    throw isTooSlow(error) ? new Busy() : error;
  });
}

// No connection came free in time, or the transaction outlived its own: either way it was undone.
function isTooSlow(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && (error.code === "P2028" || error.code === "P2024");
}

async function openDoor(tx: Tx, door: Door): Promise<unknown> {
  const rows = "member" in door
    ? await tx.$queryRaw<{ who: unknown }[]>`SELECT open_as_member(${door.member}::uuid) AS who`
    : door.quiet
      ? await tx.$queryRaw<{ who: unknown }[]>`SELECT open_request_quietly(${tokenHash(door.session)}) AS who`
      : await tx.$queryRaw<{ who: unknown }[]>`SELECT open_request(${tokenHash(door.session)}) AS who`;
  if (!rows[0]?.who) throw new Unauthenticated();
  return rows[0].who;
}

// A connection handed to two requests at once would show here, before anything is committed.
async function stillMe(tx: Tx, actor: Actor): Promise<void> {
  const [row] = await tx.$queryRaw<{ me: string | null }[]>`SELECT ctx_member()::text AS me`;
  if (row?.me !== actor.memberId) throw new Error("the transaction lost its context");
}

/** What the database keeps of a session's opaque id. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The statements that some work sends, in order: for the tests that count them. */
export async function recordStatements<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: string[] }> {
  const list: string[] = [];
  const result = await statements.run(list, work);
  return { result, statements: list };
}

export async function closeDatabase(): Promise<void> {
  await Promise.all([clients.heApp?.$disconnect(), clients.heJobs?.$disconnect()]);
  clients.heApp = clients.heJobs = undefined;
}

export { Prisma };
